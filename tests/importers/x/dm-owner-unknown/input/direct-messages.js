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
        }
      ]
    }
  }
]