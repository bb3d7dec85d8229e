window.YTD.direct_messages.part1 = [
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
  },
  {
    "dmConversation" : {
      "conversationId" : "111-2222222222",
      "messages" : [
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
  }
]