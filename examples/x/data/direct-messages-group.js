window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "2094102231886850425",
      "messages" : [
        {
          "participantsLeave" : {
            "userIds" : [
              "1061799463355093263"
            ],
            "createdAt" : "2026-09-01T10:07:26.586Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2094653335371341497",
            "createdAt" : "2026-09-01T05:07:26.586Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Interesting, I had not looked at it that way.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2094603137450185322",
            "createdAt" : "2026-09-01T01:47:58.469Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Interesting, I had not looked at it that way.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "2094520364008045620",
            "createdAt" : "2026-08-31T20:19:03.743Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "We tried three things, the simplest one worked.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2094480021695750772",
            "createdAt" : "2026-08-31T17:38:45.386Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2094413324090802353",
            "createdAt" : "2026-08-31T13:13:43.438Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2094276684299135734",
            "createdAt" : "2026-08-31T04:10:45.973Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Here is the picture from the workshop.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2094224369471906245",
            "createdAt" : "2026-08-31T00:42:53.146Z"
          }
        },
        {
          "conversationNameUpdate" : {
            "initiatingUserId" : "1493484956941785573",
            "name" : "Reading group",
            "createdAt" : "2026-08-30T16:37:53.276Z"
          }
        },
        {
          "participantsJoin" : {
            "initiatingUserId" : "1493484956941785573",
            "userIds" : [
              "1356784893032219915",
              "796753663492021825",
              "1429148397860165441",
              "1061799463355093263"
            ],
            "createdAt" : "2026-08-30T16:37:33.276Z"
          }
        }
      ]
    }
  }
]