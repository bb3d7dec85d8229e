window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "111-111",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "Buy clay",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1741761178629046272",
            "createdAt" : "2024-01-01T10:00:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "111-2222222222",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "-1",
            "reactions" : [],
            "urls" : [],
            "text" : "To whom?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1742123566494646272",
            "createdAt" : "2024-01-02T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "From whom?",
            "mediaUrls" : [],
            "senderId" : "0",
            "id" : "1742485954360246272",
            "createdAt" : "2024-01-03T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "Before X",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "8001",
            "createdAt" : "1997-01-01T00:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "The id is of 2024",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1752844207518646272",
            "createdAt" : "2021-01-01T00:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "A day off",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1743210730091446272",
            "createdAt" : "2024-01-04T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "No such day",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "8002",
            "createdAt" : "2024-02-30T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "No zone",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "8003",
            "createdAt" : "2024-01-06 10:00:00",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "No date",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "8004",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "No id",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "",
            "createdAt" : "2024-01-07T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "No ends",
            "mediaUrls" : [],
            "id" : "8005",
            "createdAt" : "2024-01-08T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "callStarted" : {
            "senderId" : "2222222222",
            "createdAt" : "2024-01-09T10:00:00.000Z"
          }
        },
        {
          "conversationNameUpdate" : {
            "initiatingUserId" : "2222222222",
            "name" : "Kiln",
            "createdAt" : "2024-01-09T11:00:00.000Z"
          }
        },
        {},
        null,
        {
          "messageCreate" : null
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "Good",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1745022669419446272",
            "createdAt" : "2024-01-10T10:00:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "2222222222-732980797985148928",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "732980797985148928",
            "reactions" : [],
            "urls" : [],
            "text" : "Neither is me",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "8006",
            "createdAt" : "2024-01-11T10:00:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "111-2222222222"
    }
  },
  {
    "dmConversation" : null
  },
  {
    "conversationId" : "111-2222222222"
  },
  null
]