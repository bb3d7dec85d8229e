window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "777",
      "messages" : [
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Hello?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1498598920811446272",
            "createdAt" : "2022-03-01T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Hm",
            "mediaUrls" : [],
            "senderId" : "-1",
            "id" : "1498598925005750272",
            "createdAt" : "2022-03-01T10:00:01.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "778",
      "messages" : [
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Gone?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1498961308677046272",
            "createdAt" : "2022-03-02T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "participantsLeave" : {
            "userIds" : [
              "2222222222"
            ],
            "createdAt" : "2022-03-01T10:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1498236532945846272",
            "createdAt" : "2022-02-28T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Who?",
            "mediaUrls" : [],
            "id" : "8001",
            "createdAt" : "2022-03-03T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "When?",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "8002",
            "createdAt" : "yesterday",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Before X",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "8003",
            "createdAt" : "2005-01-01T10:00:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "messages" : null
    }
  },
  "conversation"
]