window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2120428569006201172"
          ],
          "editableUntil" : "2026-11-11T09:09:01.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Keoni Villanuovo",
            "screen_name" : "KeoniV_example",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1356784893032219915",
            "id" : "1356784893032219915"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "57"
      ],
      "favorite_count" : "5",
      "id_str" : "2120428569006201172",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2120428569006201172",
      "created_at" : "Wed Nov 11 08:09:01 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @KeoniV_example: We are looking for readers of drafts.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2115153089288965083"
          ],
          "editableUntil" : "2026-10-27T19:46:08.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "37"
      ],
      "favorite_count" : "1",
      "id_str" : "2115153089288965083",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2115153089288965083",
      "created_at" : "Tue Oct 27 18:46:08 +0000 2026",
      "favorited" : false,
      "full_text" : "Rain, trains, and a very patient dog.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2103165535778535304"
          ],
          "editableUntil" : "2026-09-24T17:51:53.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Mahsa Tintagelli",
            "screen_name" : "MahsaT_example",
            "indices" : [
              "10",
              "25"
            ],
            "id_str" : "1627646011504148873",
            "id" : "1627646011504148873"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "53"
      ],
      "favorite_count" : "6",
      "id_str" : "2103165535778535304",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2103165535778535304",
      "created_at" : "Thu Sep 24 16:51:53 +0000 2026",
      "favorited" : false,
      "full_text" : "Thank you @MahsaT_example for the tour of the cellar.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2094015344170025340"
          ],
          "editableUntil" : "2026-08-30T11:52:17.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Idris Wójtowitz",
            "screen_name" : "IdrisW_example",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "796753663492021825",
            "id" : "796753663492021825"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "2093944124888021770",
      "in_reply_to_status_id" : "2093944124888021770",
      "in_reply_to_user_id" : "796753663492021825",
      "in_reply_to_user_id_str" : "796753663492021825",
      "in_reply_to_screen_name" : "IdrisW_example",
      "id_str" : "2094015344170025340",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2094015344170025340",
      "created_at" : "Sun Aug 30 10:52:17 +0000 2026",
      "favorited" : false,
      "full_text" : "@IdrisW_example Ha! I owe you a coffee for this.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2088325567902269202"
          ],
          "editableUntil" : "2026-08-14T19:03:09.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Zenith Kettle Shop",
            "screen_name" : "ZenithS_example",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "1475887515435726081",
            "id" : "1475887515435726081"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "68"
      ],
      "favorite_count" : "3",
      "id_str" : "2088325567902269202",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2088325567902269202",
      "created_at" : "Fri Aug 14 18:03:09 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @ZenithS_example: Twelve things we learned from a cancelled fair.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2064080418126875682"
          ],
          "editableUntil" : "2026-06-08T21:21:35.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Amadou Ravenhollow",
            "screen_name" : "AmadouR_example",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "1123785819684885530",
            "id" : "1123785819684885530"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "98"
      ],
      "favorite_count" : "2",
      "id_str" : "2064080418126875682",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2064080418126875682",
      "created_at" : "Mon Jun 08 20:21:35 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @AmadouR_example: New on the blog: how we halved the waiting list with two clipboards and a ki…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2044361477865547817"
          ],
          "editableUntil" : "2026-04-15T11:25:33.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oddvar Langholme",
            "screen_name" : "OddvarL_example",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1675638806544963840",
            "id" : "1675638806544963840"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "64"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "2044156628057759921",
      "in_reply_to_status_id" : "2044156628057759921",
      "in_reply_to_user_id" : "1675638806544963840",
      "in_reply_to_user_id_str" : "1675638806544963840",
      "in_reply_to_screen_name" : "OddvarL_example",
      "id_str" : "2044361477865547817",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2044361477865547817",
      "created_at" : "Wed Apr 15 10:25:33 +0000 2026",
      "favorited" : false,
      "full_text" : "@OddvarL_example Wonderful, congratulations &amp; see you there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2042497761456698686"
          ],
          "editableUntil" : "2026-04-10T07:59:48.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Zbigniew Anderfeld",
            "screen_name" : "ZbigniA_example",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "900663099130088467",
            "id" : "900663099130088467"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "70"
      ],
      "favorite_count" : "0",
      "id_str" : "2042497761456698686",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2042497761456698686",
      "created_at" : "Fri Apr 10 06:59:48 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @ZbigniA_example: Call for papers: planning in small teams, autumn.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2040014698737822470"
          ],
          "editableUntil" : "2026-04-03T11:33:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Noor Ravenhollow",
            "screen_name" : "NoorR_example",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1061799463355093263",
            "id" : "1061799463355093263"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "6",
      "in_reply_to_status_id_str" : "2039885346403199260",
      "in_reply_to_status_id" : "2039885346403199260",
      "in_reply_to_user_id" : "1061799463355093263",
      "in_reply_to_user_id_str" : "1061799463355093263",
      "in_reply_to_screen_name" : "NoorR_example",
      "id_str" : "2040014698737822470",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2040014698737822470",
      "created_at" : "Fri Apr 03 10:33:00 +0000 2026",
      "favorited" : false,
      "full_text" : "@NoorR_example We had the same on Tuesday. A longer break helped.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2033974641232803688"
          ],
          "editableUntil" : "2026-03-17T19:31:58.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "39"
      ],
      "favorite_count" : "6",
      "id_str" : "2033974641232803688",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2033974641232803688",
      "created_at" : "Tue Mar 17 18:31:58 +0000 2026",
      "favorited" : false,
      "full_text" : "Draft four. It is shorter &amp; better.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2032440704088022153"
          ],
          "editableUntil" : "2026-03-13T13:56:39.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Noor Ravenhollow",
            "screen_name" : "NoorR_example",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1061799463355093263",
            "id" : "1061799463355093263"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "59"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "2032224529659353575",
      "in_reply_to_status_id" : "2032224529659353575",
      "in_reply_to_user_id" : "1061799463355093263",
      "in_reply_to_user_id_str" : "1061799463355093263",
      "in_reply_to_screen_name" : "NoorR_example",
      "id_str" : "2032440704088022153",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2032440704088022153",
      "created_at" : "Fri Mar 13 12:56:39 +0000 2026",
      "favorited" : false,
      "full_text" : "@NoorR_example That is exactly the rota problem, thank you.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2021243721575058684"
          ],
          "editableUntil" : "2026-02-10T16:23:50.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "37"
      ],
      "favorite_count" : "4",
      "id_str" : "2021243721575058684",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2021243721575058684",
      "created_at" : "Tue Feb 10 15:23:50 +0000 2026",
      "favorited" : false,
      "full_text" : "Asked for feedback, got a poem. Fair.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1997282319978871184"
          ],
          "editableUntil" : "2025-12-06T13:29:47.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Idris Wójtowitz",
            "screen_name" : "IdrisW_example",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "796753663492021825",
            "id" : "796753663492021825"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1997147431162336382",
      "in_reply_to_status_id" : "1997147431162336382",
      "in_reply_to_user_id" : "796753663492021825",
      "in_reply_to_user_id_str" : "796753663492021825",
      "in_reply_to_screen_name" : "IdrisW_example",
      "id_str" : "1997282319978871184",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1997282319978871184",
      "created_at" : "Sat Dec 06 12:29:47 +0000 2025",
      "favorited" : false,
      "full_text" : "@IdrisW_example Wonderful, congratulations &amp; see you there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1986020371308299632"
          ],
          "editableUntil" : "2025-11-05T11:38:49.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "33"
      ],
      "favorite_count" : "5",
      "id_str" : "1986020371308299632",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1986020371308299632",
      "created_at" : "Wed Nov 05 10:38:49 +0000 2025",
      "favorited" : false,
      "full_text" : "A rota is a promise with columns.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1974119567782176135"
          ],
          "editableUntil" : "2025-10-03T15:29:16.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "6",
      "id_str" : "1974119567782176135",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1974119567782176135",
      "created_at" : "Fri Oct 03 14:29:16 +0000 2025",
      "favorited" : false,
      "full_text" : "Nobody has ever been sorry for a shorter agenda.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1962581262605436290"
          ],
          "editableUntil" : "2025-09-01T19:20:10.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Sibel Pereyrano",
            "screen_name" : "SibelP_example",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1639609466747045631",
            "id" : "1639609466747045631"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "54"
      ],
      "favorite_count" : "6",
      "id_str" : "1962581262605436290",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1962581262605436290",
      "created_at" : "Mon Sep 01 18:20:10 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @SibelP_example: The archive opens again on Monday.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1957771615380376918"
          ],
          "editableUntil" : "2025-08-19T12:48:21.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gülşen Fenwickson",
            "screen_name" : "GulsenF_example",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1488933549897258693",
            "id" : "1488933549897258693"
          },
          {
            "name" : "Beatriz Maliketh",
            "screen_name" : "BeatriM_example",
            "indices" : [
              "17",
              "33"
            ],
            "id_str" : "1350433395569746488",
            "id" : "1350433395569746488"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "61"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1957611560741059501",
      "in_reply_to_status_id" : "1957611560741059501",
      "in_reply_to_user_id" : "1488933549897258693",
      "in_reply_to_user_id_str" : "1488933549897258693",
      "in_reply_to_screen_name" : "GulsenF_example",
      "id_str" : "1957771615380376918",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1957771615380376918",
      "created_at" : "Tue Aug 19 11:48:21 +0000 2025",
      "favorited" : false,
      "full_text" : "@GulsenF_example @BeatriM_example Could you share the slides?",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1953876686371001939"
          ],
          "editableUntil" : "2025-08-08T18:51:17.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oddvar Langholme",
            "screen_name" : "Oddvar0_example",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1211168921614146166",
            "id" : "1211168921614146166"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "64"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1953692975857326916",
      "in_reply_to_status_id" : "1953692975857326916",
      "in_reply_to_user_id" : "1211168921614146166",
      "in_reply_to_user_id_str" : "1211168921614146166",
      "in_reply_to_screen_name" : "Oddvar0_example",
      "id_str" : "1953876686371001939",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1953876686371001939",
      "created_at" : "Fri Aug 08 17:51:17 +0000 2025",
      "favorited" : false,
      "full_text" : "@Oddvar0_example Wonderful, congratulations &amp; see you there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1931355705872119461"
          ],
          "editableUntil" : "2025-06-07T15:20:57.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Pilar Thorvaldis",
            "screen_name" : "pebbleexample",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1560989415109859733",
            "id" : "1560989415109859733"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1931245982878484714",
      "in_reply_to_status_id" : "1931245982878484714",
      "in_reply_to_user_id" : "1560989415109859733",
      "in_reply_to_user_id_str" : "1560989415109859733",
      "in_reply_to_screen_name" : "pebbleexample",
      "id_str" : "1931355705872119461",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1931355705872119461",
      "created_at" : "Sat Jun 07 14:20:57 +0000 2025",
      "favorited" : false,
      "full_text" : "@pebbleexample We had the same on Tuesday. A longer break helped.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1926592228871003589"
          ],
          "editableUntil" : "2025-05-25T11:52:36.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "40"
      ],
      "favorite_count" : "0",
      "id_str" : "1926592228871003589",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1926592228871003589",
      "created_at" : "Sun May 25 10:52:36 +0000 2025",
      "favorited" : false,
      "full_text" : "Three meetings, one sentence of minutes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1915402138031660524"
          ],
          "editableUntil" : "2025-04-24T14:47:10.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rosalind Oduyale",
            "screen_name" : "RosaliO_example",
            "indices" : [
              "11",
              "27"
            ],
            "id_str" : "1429148397860165441",
            "id" : "1429148397860165441"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "1",
      "id_str" : "1915402138031660524",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1915402138031660524",
      "created_at" : "Thu Apr 24 13:47:10 +0000 2025",
      "favorited" : false,
      "full_text" : "Lunch with @RosaliO_example and far too many ideas.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1912192049724172812"
          ],
          "editableUntil" : "2025-04-15T18:11:26.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Uchenna Lindqvarn (they/them)",
            "screen_name" : "UchennL_example",
            "indices" : [
              "29",
              "45"
            ],
            "id_str" : "1430215642710729918",
            "id" : "1430215642710729918"
          },
          {
            "name" : "Dagny Zimmerlund",
            "screen_name" : "DagnyZ_example",
            "indices" : [
              "50",
              "65"
            ],
            "id_str" : "1291229859280525666",
            "id" : "1291229859280525666"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "83"
      ],
      "favorite_count" : "1",
      "id_str" : "1912192049724172812",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1912192049724172812",
      "created_at" : "Tue Apr 15 17:11:26 +0000 2025",
      "favorited" : false,
      "full_text" : "Good panel this morning with @UchennL_example and @DagnyZ_example, notes to follow.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1910749350840186619"
          ],
          "editableUntil" : "2025-04-11T18:38:39.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "41"
      ],
      "favorite_count" : "0",
      "id_str" : "1910749350840186619",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1910749350840186619",
      "created_at" : "Fri Apr 11 17:38:39 +0000 2025",
      "favorited" : false,
      "full_text" : "The good pen is always in the other coat.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1890753104498194442"
          ],
          "editableUntil" : "2025-02-15T14:20:43.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Mirjam Sithebane",
            "screen_name" : "MirjamS_example",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1468688936336247619",
            "id" : "1468688936336247619"
          },
          {
            "name" : "Zbigniew Anderfeld",
            "screen_name" : "ZbigniA_example",
            "indices" : [
              "17",
              "33"
            ],
            "id_str" : "900663099130088467",
            "id" : "900663099130088467"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "64"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1890744799776068568",
      "in_reply_to_status_id" : "1890744799776068568",
      "in_reply_to_user_id" : "1468688936336247619",
      "in_reply_to_user_id_str" : "1468688936336247619",
      "in_reply_to_screen_name" : "MirjamS_example",
      "id_str" : "1890753104498194442",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1890753104498194442",
      "created_at" : "Sat Feb 15 13:20:43 +0000 2025",
      "favorited" : false,
      "full_text" : "@MirjamS_example @ZbigniA_example Agreed. Nobody reads page two.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1889320807309189028"
          ],
          "editableUntil" : "2025-02-11T15:29:17.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "40"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "1889320505317762639",
      "in_reply_to_status_id" : "1889320505317762639",
      "in_reply_to_user_id" : "1493484956941785573",
      "in_reply_to_user_id_str" : "1493484956941785573",
      "in_reply_to_screen_name" : "robinq_example",
      "id_str" : "1889320807309189028",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1889320807309189028",
      "created_at" : "Tue Feb 11 14:29:17 +0000 2025",
      "favorited" : false,
      "full_text" : "Second: thank them before you need them.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1889320505317762639"
          ],
          "editableUntil" : "2025-02-11T15:28:05.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "57"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1889320006197445670",
      "in_reply_to_status_id" : "1889320006197445670",
      "in_reply_to_user_id" : "1493484956941785573",
      "in_reply_to_user_id_str" : "1493484956941785573",
      "in_reply_to_screen_name" : "robinq_example",
      "id_str" : "1889320505317762639",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1889320505317762639",
      "created_at" : "Tue Feb 11 14:28:05 +0000 2025",
      "favorited" : false,
      "full_text" : "First: people leave in spring. Plan the spring in winter.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1889320006197445670"
          ],
          "editableUntil" : "2025-02-11T15:26:06.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "62"
      ],
      "favorite_count" : "2",
      "id_str" : "1889320006197445670",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1889320006197445670",
      "created_at" : "Tue Feb 11 14:26:06 +0000 2025",
      "favorited" : false,
      "full_text" : "Some notes on volunteers, after ten years of getting it wrong:",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1879870212456593755"
          ],
          "editableUntil" : "2025-01-16T13:35:59.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Kamala Rasmunder",
            "screen_name" : "KamalaR_example",
            "indices" : [
              "31",
              "47"
            ],
            "id_str" : "1465330062194611933",
            "id" : "1465330062194611933"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "6",
      "id_str" : "1879870212456593755",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1879870212456593755",
      "created_at" : "Thu Jan 16 12:35:59 +0000 2025",
      "favorited" : false,
      "full_text" : "If you plan volunteers, follow @KamalaR_example.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1847913479812604568"
          ],
          "editableUntil" : "2024-10-20T09:11:20.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Beatriz Maliketh",
            "screen_name" : "BeatriM_example",
            "indices" : [
              "23",
              "39"
            ],
            "id_str" : "1350433395569746488",
            "id" : "1350433395569746488"
          },
          {
            "name" : "Minh Brännlund-Ito 🌱",
            "screen_name" : "MinhB_example",
            "indices" : [
              "44",
              "58"
            ],
            "id_str" : "867046130058250995",
            "id" : "867046130058250995"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "75"
      ],
      "favorite_count" : "0",
      "id_str" : "1847913479812604568",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1847913479812604568",
      "created_at" : "Sun Oct 20 08:11:20 +0000 2024",
      "favorited" : false,
      "full_text" : "Reading group tonight, @BeatriM_example and @MinhB_example brings the cake.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1842933153641239954"
          ],
          "editableUntil" : "2024-10-06T15:21:18.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "39"
      ],
      "favorite_count" : "0",
      "id_str" : "1842933153641239954",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1842933153641239954",
      "created_at" : "Sun Oct 06 14:21:18 +0000 2024",
      "favorited" : false,
      "full_text" : "Today I closed more tabs than I opened.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1837524472339093739"
          ],
          "editableUntil" : "2024-09-21T17:09:08.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "An old map",
            "screen_name" : "oldmap_example",
            "indices" : [
              "10",
              "25"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "53"
      ],
      "favorite_count" : "5",
      "id_str" : "1837524472339093739",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1837524472339093739",
      "created_at" : "Sat Sep 21 16:09:08 +0000 2024",
      "favorited" : false,
      "full_text" : "Thank you @oldmap_example for the tour of the cellar.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1833534787521995992"
          ],
          "editableUntil" : "2024-09-10T16:55:33.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Keoni Villanuovo",
            "screen_name" : "KeoniV_example",
            "indices" : [
              "31",
              "46"
            ],
            "id_str" : "1356784893032219915",
            "id" : "1356784893032219915"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "47"
      ],
      "favorite_count" : "0",
      "id_str" : "1833534787521995992",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1833534787521995992",
      "created_at" : "Tue Sep 10 15:55:33 +0000 2024",
      "favorited" : false,
      "full_text" : "If you plan volunteers, follow @KeoniV_example.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1830966910944897283"
          ],
          "editableUntil" : "2024-09-03T14:51:43.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Idris Wójtowitz",
            "screen_name" : "oldpen_example",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "796753663492021825",
            "id" : "796753663492021825"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "59"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "1830833280421203794",
      "in_reply_to_status_id" : "1830833280421203794",
      "in_reply_to_user_id" : "796753663492021825",
      "in_reply_to_user_id_str" : "796753663492021825",
      "in_reply_to_screen_name" : "oldpen_example",
      "id_str" : "1830966910944897283",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1830966910944897283",
      "created_at" : "Tue Sep 03 13:51:43 +0000 2024",
      "favorited" : false,
      "full_text" : "@oldpen_example Yes, and the second chapter is even better.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1814594475698409918"
          ],
          "editableUntil" : "2024-07-20T10:33:31.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Idris Wójtowitz",
            "screen_name" : "oldpen_example",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "796753663492021825",
            "id" : "796753663492021825"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "59"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1814492554108872301",
      "in_reply_to_status_id" : "1814492554108872301",
      "in_reply_to_user_id" : "796753663492021825",
      "in_reply_to_user_id_str" : "796753663492021825",
      "in_reply_to_screen_name" : "oldpen_example",
      "id_str" : "1814594475698409918",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1814594475698409918",
      "created_at" : "Sat Jul 20 09:33:31 +0000 2024",
      "favorited" : false,
      "full_text" : "@oldpen_example Yes, and the second chapter is even better.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1791416294720683995"
          ],
          "editableUntil" : "2024-05-17T11:31:42.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Farida Tintagelli",
            "screen_name" : "FaridaT_example",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "851149470432847912",
            "id" : "851149470432847912"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "47"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1791313869815587964",
      "in_reply_to_status_id" : "1791313869815587964",
      "in_reply_to_user_id" : "851149470432847912",
      "in_reply_to_user_id_str" : "851149470432847912",
      "in_reply_to_screen_name" : "FaridaT_example",
      "id_str" : "1791416294720683995",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1791416294720683995",
      "created_at" : "Fri May 17 10:31:42 +0000 2024",
      "favorited" : false,
      "full_text" : "@FaridaT_example Agreed. Nobody reads page two.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1786039570174191389"
          ],
          "editableUntil" : "2024-05-02T15:26:31.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Goran Delacroisette",
            "screen_name" : "GoranD_example",
            "indices" : [
              "29",
              "44"
            ],
            "id_str" : "1596704689617390145",
            "id" : "1596704689617390145"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "62"
      ],
      "favorite_count" : "1",
      "id_str" : "1786039570174191389",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1786039570174191389",
      "created_at" : "Thu May 02 14:26:31 +0000 2024",
      "favorited" : false,
      "full_text" : "Good panel this morning with @GoranD_example, notes to follow.",
      "lang" : "en"
    }
  }
]