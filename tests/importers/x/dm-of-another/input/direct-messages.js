window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "2222222222-732980797985148928",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "732980797985148928",
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1745385057285046272",
            "createdAt" : "2024-01-11T10:00:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2222222222",
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "732980797985148928",
            "id" : "1745385308943286272",
            "createdAt" : "2024-01-11T10:01:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  }
]