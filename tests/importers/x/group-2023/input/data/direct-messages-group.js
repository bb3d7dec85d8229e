window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "1440000000000000000",
      "messages" : [
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Still here, Ana?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1653006388294582272",
            "createdAt" : "2023-05-01T12:00:09.000Z",
            "editHistory" : []
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
            "reactions" : [],
            "urls" : [],
            "text" : "Bye",
            "mediaUrls" : [],
            "senderId" : "732980797985148928",
            "id" : "1653006379905974272",
            "createdAt" : "2023-05-01T12:00:07.000Z",
            "editHistory" : []
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
            "reactions" : [],
            "urls" : [],
            "text" : "Cy has left",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1653006371517366272",
            "createdAt" : "2023-05-01T12:00:05.000Z",
            "editHistory" : []
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
            "reactions" : [
              {
                "senderId" : "915528174",
                "reactionKey" : "like",
                "eventId" : "5",
                "createdAt" : "2023-05-01T12:00:03.500Z"
              }
            ],
            "urls" : [],
            "text" : "Welcome, Cy",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1653006363128758272",
            "createdAt" : "2023-05-01T12:00:03.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Hello all",
            "mediaUrls" : [],
            "senderId" : "40404",
            "id" : "1653006361031606272",
            "createdAt" : "2023-05-01T12:00:02.500Z",
            "editHistory" : []
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
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1653006354740150272",
            "createdAt" : "2023-05-01T12:00:01.000Z",
            "editHistory" : []
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
  }
]