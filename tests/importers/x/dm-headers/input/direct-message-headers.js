window.YTD.direct_message_headers.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "111-2222222222",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "senderId" : "111",
            "id" : "1916871602411143168",
            "createdAt" : "2025-04-28T15:06:18.424Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "senderId" : "2222222222",
            "id" : "1916871600590815233",
            "createdAt" : "2025-04-28T15:06:17.990Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "senderId" : "2222222222",
            "id" : "1916871596941770752",
            "createdAt" : "2025-04-28T15:06:17.120Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "senderId" : "111",
            "id" : "1874244142490451968",
            "createdAt" : "2024-12-31T23:59:59.999Z"
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
            "senderId" : "732980797985148928",
            "id" : "1101754008990646272",
            "createdAt" : "2019-03-02T08:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "732980797985148928",
            "senderId" : "111",
            "id" : "1101595466396598272",
            "createdAt" : "2019-03-01T21:30:00.500Z"
          }
        }
      ]
    }
  }
]