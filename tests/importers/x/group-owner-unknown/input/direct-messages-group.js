window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "777",
      "messages" : [
        {
          "messageCreate" : {
            "reactions" : [],
            "urls" : [],
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1498598920811446272",
            "createdAt" : "2022-03-01T10:00:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  }
]