window.YTD.direct_message_group.part0 = [ {
    "dmConversation" : {
      "conversationId" : "987654321012345678",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "0",
            "text" : "Hello",
            "mediaUrls" : [],
            "senderId" : "2222222222",
            "id" : "1013361577161654272",
            "createdAt" : "2018-07-01T10:00:02.000Z"
          }
        },
        {
          "reactionCreate" : {
            "senderId" : "732980797985148928",
            "reactionKey" : "like",
            "eventId" : "1013361575064502272",
            "createdAt" : "2018-07-01T10:00:01.500Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "0",
            "text" : "I am gone",
            "mediaUrls" : [],
            "senderId" : "-1",
            "id" : "1013361572967350272",
            "createdAt" : "2018-07-01T10:00:01.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "0",
            "text" : "Anybody?",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1013361568773046272",
            "createdAt" : "2018-07-01T10:00:00.000Z"
          }
        }
      ]
    }
  }
]