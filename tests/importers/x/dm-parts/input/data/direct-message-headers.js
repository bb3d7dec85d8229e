window.YTD.direct_message_headers.part0 = [
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
  },
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
        }
      ]
    }
  }
]