window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "111-2222222222",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [
              {
                "senderId" : "2222222222",
                "reactionKey" : "like",
                "eventId" : "1927386486890561536",
                "createdAt" : "2025-05-27T15:28:42.241Z"
              }
            ],
            "urls" : [],
            "text" : "Is the kiln free on Friday?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1916871602411143168",
            "createdAt" : "2025-04-28T15:06:18.424Z",
            "editHistory" : [
              {
                "createdAtSec" : "1745852778",
                "editedText" : "Is the kiln free?"
              }
            ]
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1916871600590815233",
            "createdAt" : "2025-04-28T15:06:17.990Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "Are you there?",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1916871596941770752",
            "createdAt" : "2025-04-28T15:06:17.120Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [
              {
                "url" : "https://t.co/x1",
                "expanded" : "https://example.org/glazes",
                "display" : "example.org/glazes"
              }
            ],
            "text" : "https://t.co/x1",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1874244142490451968",
            "createdAt" : "2024-12-31T23:59:59.999Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "111-40404",
      "messages" : [
        {
          "welcomeMessageCreate" : {
            "recipientId" : "111",
            "urls" : [],
            "text" : "Welcome to the shop",
            "mediaUrls" : [],
            "senderId" : "40404",
            "id" : "1531968803435446272",
            "createdAt" : "2022-06-01T12:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "40404",
            "reactions" : [],
            "urls" : [],
            "text" : "Where is my order?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1531970061726646272",
            "createdAt" : "2022-06-01T12:05:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "111-732980797985148928",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "111",
            "reactions" : [],
            "urls" : [],
            "text" : "Thank you &amp; good night",
            "mediaUrls" : [],
            "senderId" : "732980797985148928",
            "id" : "1101754008990646272",
            "createdAt" : "2019-03-02T08:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "732980797985148928",
            "reactions" : [],
            "urls" : [],
            "text" : "Here is the recipe",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1101595466396598272",
            "createdAt" : "2019-03-01T21:30:00.500Z",
            "editHistory" : []
          }
        }
      ]
    }
  }
]