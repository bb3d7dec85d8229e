window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "851149470432847912-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Do you have ten minutes this week for a question about planning?",
            "mediaUrls" : [ ],
            "senderId" : "851149470432847912",
            "id" : "2119722835740773080",
            "createdAt" : "2026-11-09T09:24:41.243Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1356784893032219915-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Sure, send it over.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2119518293470180184",
            "createdAt" : "2026-11-08T19:51:54.565Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Not this week, but next Monday is free.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2119501667404915016",
            "createdAt" : "2026-11-08T18:45:50.603Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I saw the programme for the spring meeting. Are you going?",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2119483988158926260",
            "createdAt" : "2026-11-08T17:35:35.542Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Not this week, but next Monday is free.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2105693086673473225",
            "createdAt" : "2026-10-01T16:15:28.405Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I found the article you mentioned. It&#39;s good.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2105673906385077513",
            "createdAt" : "2026-10-01T14:59:15.468Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Interesting, I had not looked at it that way.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2091606537191437303",
            "createdAt" : "2026-08-23T19:20:33.293Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Our team is looking at the same problem now. How did you solve it?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2091583352671336081",
            "createdAt" : "2026-08-23T17:48:25.673Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Sure, send it over.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2075135117141319034",
            "createdAt" : "2026-07-09T08:29:00.729Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Congratulations on the new role!",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2075105963235547183",
            "createdAt" : "2026-07-09T06:33:09.896Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2060314968590393633",
            "createdAt" : "2026-05-29T10:59:01.970Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2060305399977443153",
            "createdAt" : "2026-05-29T10:21:00.634Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Would you read two pages of a draft for me?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2060273211171356772",
            "createdAt" : "2026-05-29T08:13:06.225Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Sure, send it over.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2048786588850418563",
            "createdAt" : "2026-04-27T15:29:22.053Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "The notes from last time were useful, thank you. Shall we continue?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2048767409169206025",
            "createdAt" : "2026-04-27T14:13:09.260Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Yes, I will be there on the second day.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2035380324051237480",
            "createdAt" : "2026-03-21T15:37:39.448Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Would you read two pages of a draft for me?",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2035345309178748168",
            "createdAt" : "2026-03-21T13:18:31.252Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thanks! Let me think about it and come back to you.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2019495746074038488",
            "createdAt" : "2026-02-05T19:38:00.937Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2019485625631583221",
            "createdAt" : "2026-02-05T18:57:48.036Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Do you have ten minutes this week for a question about planning?",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2019469074304787811",
            "createdAt" : "2026-02-05T17:52:01.892Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I asked around &amp; nobody knows, sorry.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2007378370460274610",
            "createdAt" : "2026-01-03T09:07:53.461Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Is the reading group still meeting on Tuesdays?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2007360817065319576",
            "createdAt" : "2026-01-03T07:58:08.405Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thank you, that helps a lot.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "2001247819909604074",
            "createdAt" : "2025-12-17T11:07:16.309Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Our team is looking at the same problem now. How did you solve it?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2001243630971503257",
            "createdAt" : "2025-12-17T10:50:37.589Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thanks! Let me think about it and come back to you.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1988611130689589793",
            "createdAt" : "2025-11-12T14:13:34.821Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [
              {
                "senderId" : "1356784893032219915",
                "reactionKey" : "like",
                "eventId" : "1988576981477765243",
                "createdAt" : "2025-11-12T11:57:53.015Z"
              }
            ],
            "urls" : [ ],
            "text" : "Great, see you then.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1988576725625221243",
            "createdAt" : "2025-11-12T11:56:52.015Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Would you read two pages of a draft for me?",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1988550978283695856",
            "createdAt" : "2025-11-12T10:14:33.370Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1972623595202016365",
            "createdAt" : "2025-09-29T11:24:49.327Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Great, see you then.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1972602534724767742",
            "createdAt" : "2025-09-29T10:01:08.118Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Hello again, how is the new project going?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1972564832169169285",
            "createdAt" : "2025-09-29T07:31:19.128Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "We tried three things, the simplest one worked.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1962099166409160611",
            "createdAt" : "2025-08-31T10:24:29.968Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [
              {
                "senderId" : "1356784893032219915",
                "reactionKey" : "like",
                "eventId" : "1962063097722815082",
                "createdAt" : "2025-08-31T08:01:10.523Z"
              }
            ],
            "urls" : [ ],
            "text" : "I saw the programme for the spring meeting. Are you going?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1962062841870271082",
            "createdAt" : "2025-08-31T08:00:09.523Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1949901345924306755",
            "createdAt" : "2025-07-28T18:34:42.940Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Yes, I will be there on the second day.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1949889645221043852",
            "createdAt" : "2025-07-28T17:48:13.275Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Here is the picture from the workshop.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1949862250941184876",
            "createdAt" : "2025-07-28T15:59:21.970Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "We tried three things, the simplest one worked.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1944670765331296902",
            "createdAt" : "2025-07-14T08:10:15.347Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "The notes from last time were useful, thank you. Shall we continue?",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1944659858816573265",
            "createdAt" : "2025-07-14T07:26:55.031Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Good to hear from you. All well here, and you?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1936155892087420791",
            "createdAt" : "2025-06-20T20:15:11.367Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thank you, that helps a lot.",
            "mediaUrls" : [ ],
            "senderId" : "1356784893032219915",
            "id" : "1936146975758885922",
            "createdAt" : "2025-06-20T19:39:45.549Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1356784893032219915",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "The notes from last time were useful, thank you. Shall we continue?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1936132674160010171",
            "createdAt" : "2025-06-20T18:42:55.782Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1493484956941785573-1627646011504148873",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Yes, I will be there on the second day.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2117620474678143105",
            "createdAt" : "2026-11-03T14:10:39.306Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I found the article you mentioned. It&#39;s good.",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2117619421763850720",
            "createdAt" : "2026-11-03T14:06:28.271Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thanks! Let me think about it and come back to you.",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2097640093208869792",
            "createdAt" : "2026-09-09T10:55:45.146Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "A colleague asked me about your field &amp; I thought of you.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2097607139475629786",
            "createdAt" : "2026-09-09T08:44:48.364Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Good to hear from you. All well here, and you?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2074489974921314763",
            "createdAt" : "2026-07-07T13:45:26.838Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Here is the picture from the workshop.",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2074467365176287142",
            "createdAt" : "2026-07-07T12:15:36.254Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Good to hear from you. All well here, and you?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2049409594848622406",
            "createdAt" : "2026-04-29T08:44:58.257Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Long time no word! How are things on your side?",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2049376345461887664",
            "createdAt" : "2026-04-29T06:32:50.986Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [
              {
                "senderId" : "1627646011504148873",
                "reactionKey" : "like",
                "eventId" : "2028396630163920036",
                "createdAt" : "2026-03-02T09:06:57.075Z"
              }
            ],
            "urls" : [ ],
            "text" : "Thanks! Let me think about it and come back to you.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2028396374311376036",
            "createdAt" : "2026-03-02T09:05:56.075Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Congratulations on the new role!",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2028361563291541580",
            "createdAt" : "2026-03-02T06:47:36.481Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Great, see you then.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2006443617428699547",
            "createdAt" : "2025-12-31T19:13:30.971Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Congratulations on the new role!",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "2006423985389989910",
            "createdAt" : "2025-12-31T17:55:30.328Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Great, see you then.",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "1977676062703539314",
            "createdAt" : "2025-10-13T10:01:31.449Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [
              {
                "senderId" : "1627646011504148873",
                "reactionKey" : "like",
                "eventId" : "1977652409333192562",
                "createdAt" : "2025-10-13T08:27:32.047Z"
              }
            ],
            "urls" : [ ],
            "text" : "Hello again, how is the new project going?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1977652153480648562",
            "createdAt" : "2025-10-13T08:26:31.047Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1627646011504148873",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1954218384383340047",
            "createdAt" : "2025-08-09T16:29:05.115Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I saw the programme for the spring meeting. Are you going?",
            "mediaUrls" : [ ],
            "senderId" : "1627646011504148873",
            "id" : "1954213066836170731",
            "createdAt" : "2025-08-09T16:07:57.313Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1493484956941785573-1543577479283556974",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1543577479283556974",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I would enjoy hearing how the pilot ended.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2106016265576326395",
            "createdAt" : "2026-10-02T13:39:40.260Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1488933549897258693-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1488933549897258693",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thanks! Let me think about it and come back to you.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2105586078313364670",
            "createdAt" : "2026-10-01T09:10:15.624Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Do you have ten minutes this week for a question about planning?",
            "mediaUrls" : [ ],
            "senderId" : "1488933549897258693",
            "id" : "2105565047925637889",
            "createdAt" : "2026-10-01T07:46:41.589Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Yes, I will be there on the second day.",
            "mediaUrls" : [ ],
            "senderId" : "1488933549897258693",
            "id" : "2087566343110506812",
            "createdAt" : "2026-08-12T15:46:15.961Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1488933549897258693",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Our team is looking at the same problem now. How did you solve it?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2087533318135982930",
            "createdAt" : "2026-08-12T13:35:02.194Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1493484956941785573-1560989415109859733",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I asked around &amp; nobody knows, sorry.",
            "mediaUrls" : [ ],
            "senderId" : "1560989415109859733",
            "id" : "2105229757927986320",
            "createdAt" : "2026-09-30T09:34:22.224Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1560989415109859733",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Interesting, I had not looked at it that way.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2105195015328089054",
            "createdAt" : "2026-09-30T07:16:18.943Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "The notes from last time were useful, thank you. Shall we continue?",
            "mediaUrls" : [ ],
            "senderId" : "1560989415109859733",
            "id" : "2105185494856077968",
            "createdAt" : "2026-09-30T06:38:29.085Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "796753663492021825-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2084771458460209954",
            "createdAt" : "2026-08-04T22:40:23.534Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Sure, send it over.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "2084733980777610226",
            "createdAt" : "2026-08-04T20:11:28.158Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I found the article you mentioned. It&#39;s good.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2084711268375585770",
            "createdAt" : "2026-08-04T18:41:13.100Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Great, see you then.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2042163921445394775",
            "createdAt" : "2026-04-09T08:53:15.100Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "A colleague asked me about your field &amp; I thought of you.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "2042140800726748303",
            "createdAt" : "2026-04-09T07:21:22.691Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Not this week, but next Monday is free.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2002144980348242586",
            "createdAt" : "2025-12-19T22:32:16.026Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I asked around &amp; nobody knows, sorry.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "2002124765950355294",
            "createdAt" : "2025-12-19T21:11:56.538Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2002103012006315438",
            "createdAt" : "2025-12-19T19:45:29.994Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "The notes from last time were useful, thank you. Shall we continue?",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "2002092206221157301",
            "createdAt" : "2025-12-19T19:02:33.694Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "That was kind of you. I&#39;ll pass it on.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "1954661345910288413",
            "createdAt" : "2025-08-10T21:49:15.373Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I found the article you mentioned. It&#39;s good.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1954626722251864961",
            "createdAt" : "2025-08-10T19:31:40.450Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "We tried three things, the simplest one worked.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "1898322207498219262",
            "createdAt" : "2025-03-08T10:37:38.045Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I asked around &amp; nobody knows, sorry.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1898297810212016010",
            "createdAt" : "2025-03-08T09:00:41.279Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Hello again, how is the new project going?",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "1898288548828782040",
            "createdAt" : "2025-03-08T08:23:53.193Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Interesting, I had not looked at it that way.",
            "mediaUrls" : [ ],
            "senderId" : "796753663492021825",
            "id" : "1852311055486706245",
            "createdAt" : "2024-11-01T11:25:44.560Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "796753663492021825",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Hello again, how is the new project going?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1852285221663949621",
            "createdAt" : "2024-11-01T09:43:05.296Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1061799463355093263-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Our team is looking at the same problem now. How did you solve it?",
            "mediaUrls" : [ ],
            "senderId" : "1061799463355093263",
            "id" : "2083477095212264359",
            "createdAt" : "2026-08-01T08:57:03.288Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thank you, that helps a lot.",
            "mediaUrls" : [ ],
            "senderId" : "1061799463355093263",
            "id" : "2048129774709795808",
            "createdAt" : "2026-04-25T19:59:25.358Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1061799463355093263",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Long time no word! How are things on your side?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2048097377072775128",
            "createdAt" : "2026-04-25T17:50:41.160Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1061799463355093263",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Here is the picture from the workshop.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2018313904903867302",
            "createdAt" : "2026-02-02T13:21:48.045Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "755818799955477873-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "We are hiring for a role that could fit your profile.",
            "mediaUrls" : [ ],
            "senderId" : "755818799955477873",
            "id" : "2046274361570218459",
            "createdAt" : "2026-04-20T17:06:40.394Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1493484956941785573-1675638806544963840",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1675638806544963840",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Thank you, that helps a lot.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "2032802485942967207",
            "createdAt" : "2026-03-14T12:54:14.949Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "A colleague asked me about your field &amp; I thought of you.",
            "mediaUrls" : [ ],
            "senderId" : "1675638806544963840",
            "id" : "2032793846007546732",
            "createdAt" : "2026-03-14T12:19:55.028Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1475887515435726081-1493484956941785573",
      "messages" : [
        {
          "welcomeMessageCreate" : {
            "recipientId" : "1493484956941785573",
            "urls" : [ ],
            "text" : "Thanks for your message! We are closed on Sundays and answer the rest of the week.",
            "mediaUrls" : [ ],
            "senderId" : "1475887515435726081",
            "id" : "1996300125869644947",
            "createdAt" : "2025-12-03T19:26:54.127Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1475887515435726081",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Do you mend handles?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1996300122223585833",
            "createdAt" : "2025-12-03T19:26:53.257Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1211168921614146166-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1211168921614146166",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Hello, may I ask how your team handles onboarding?",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1965009333657162918",
            "createdAt" : "2025-09-08T11:08:27.908Z"
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "1080953834698244861-1493484956941785573",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1080953834698244861",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Happy to. Thursday after lunch would suit me.",
            "mediaUrls" : [ ],
            "senderId" : "1493484956941785573",
            "id" : "1919001339945308299",
            "createdAt" : "2025-05-04T12:09:07.420Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1493484956941785573",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "I saw the programme for the spring meeting. Are you going?",
            "mediaUrls" : [ ],
            "senderId" : "1080953834698244861",
            "id" : "1918969093192793002",
            "createdAt" : "2025-05-04T10:00:59.195Z"
          }
        }
      ]
    }
  }
]