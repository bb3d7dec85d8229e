window.YTD.direct_message.part0 = [ {
    "dmConversation" : {
      "conversationId" : "111-732980797985148928",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "111",
            "text" : "Thank you &amp; good night",
            "mediaUrls" : [],
            "senderId" : "732980797985148928",
            "id" : "1101754008990646272",
            "createdAt" : "2019-03-02T08:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "732980797985148928",
            "text" : "Here is the recipe",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "1101595466396598272",
            "createdAt" : "2019-03-01T21:30:00.500Z"
          }
        },
        {
          "reactionCreate" : {
            "senderId" : "732980797985148928",
            "reactionKey" : "funny",
            "eventId" : "1101595715957686272",
            "createdAt" : "2019-03-01T21:31:00.000Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "38-111",
      "messages" : [
        {
          "messageCreate" : {
            "text" : "Hi",
            "mediaUrls" : [],
            "senderId" : "38",
            "id" : "331304358245302272",
            "createdAt" : "2013-05-06T07:08:09.000Z"
          }
        },
        {
          "messageCreate" : {
            "text" : "Hi there",
            "mediaUrls" : [],
            "senderId" : "111",
            "id" : "331302307230646272",
            "createdAt" : "2013-05-06T07:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "111",
            "text" : "Long ago",
            "mediaUrls" : [],
            "id" : "891234567",
            "createdAt" : "2010-02-03T04:05:06.000Z"
          }
        }
      ]
    }
  }
]