window.YTD.direct_message_group_headers.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "1440000000000000000",
      "messages" : [
        {
          "messageCreate" : {
            "senderId" : "111",
            "id" : "1653006363128758272",
            "createdAt" : "2023-05-01T12:00:03.000Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "40404",
            "id" : "1653006361031606272",
            "createdAt" : "2023-05-01T12:00:02.500Z"
          }
        },
        {
          "participantsJoin" : {
            "initiatingUserId" : "2222222222",
            "userIds" : [
              "40404"
            ],
            "createdAt" : "2023-05-01T12:00:02.000Z"
          }
        },
        {
          "conversationNameUpdate" : {
            "initiatingUserId" : "2222222222",
            "name" : "Wednesday kiln",
            "createdAt" : "2023-05-01T12:00:01.500Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "111",
            "id" : "1653006354740150272",
            "createdAt" : "2023-05-01T12:00:01.000Z"
          }
        },
        {
          "joinConversation" : {
            "initiatingUserId" : "2222222222",
            "participantsSnapshot" : [
              "2222222222",
              "732980797985148928",
              "111"
            ],
            "createdAt" : "2023-05-01T12:00:00.000Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "777",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "0",
            "senderId" : "915528174",
            "id" : "1653368738411446272",
            "createdAt" : "2023-05-02T12:00:00.000Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1440000000000000000",
      "messages" : [
        {
          "messageCreate" : {
            "senderId" : "111",
            "id" : "1653006388294582272",
            "createdAt" : "2023-05-01T12:00:09.000Z"
          }
        },
        {
          "participantsLeave" : {
            "userIds" : [
              "40404",
              "732980797985148928"
            ],
            "createdAt" : "2023-05-01T12:00:08.500Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "732980797985148928",
            "id" : "1653006379905974272",
            "createdAt" : "2023-05-01T12:00:07.000Z"
          }
        },
        {
          "participantsJoin" : {
            "initiatingUserId" : "2222222222",
            "userIds" : [
              "40404"
            ],
            "createdAt" : "2023-05-01T12:00:06.000Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "111",
            "id" : "1653006371517366272",
            "createdAt" : "2023-05-01T12:00:05.000Z"
          }
        },
        {
          "participantsLeave" : {
            "userIds" : [
              "40404"
            ],
            "createdAt" : "2023-05-01T12:00:04.000Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "111",
            "id" : "1653006363128758272",
            "createdAt" : "2023-05-01T12:00:03.000Z"
          }
        },
        {
          "messageCreate" : {
            "senderId" : "40404",
            "id" : "1653006361031606272",
            "createdAt" : "2023-05-01T12:00:02.500Z"
          }
        }
      ]
    }
  }
]