window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626922775599202304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Ada Kaltenbrun",
            "screen_name": "ada_kaltenbrun",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "2222222222",
            "id": "2222222222"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "26"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1626914424739938304",
      "in_reply_to_status_id": "1626914424739938304",
      "in_reply_to_user_id": "2222222222",
      "in_reply_to_user_id_str": "2222222222",
      "in_reply_to_screen_name": "ada_kaltenbrun",
      "id_str": "1626922775599202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626922775599202304",
      "created_at": "Sat Feb 18 12:33:11 +0000 2023",
      "favorited": false,
      "full_text": "@ada_kaltenbrun Thank you!",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1630840293283938304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Ada Kaltenbrun",
            "screen_name": "ada_kaltenbrun",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "2222222222",
            "id": "2222222222"
          },
          {
            "name": "Bo Manyfold",
            "screen_name": "BoManyfold",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "732980797985148928",
            "id": "732980797985148928"
          },
          {
            "name": "Ciro &amp; Söhne 🌱",
            "screen_name": "ciro_v",
            "indices": [
              "0",
              "7"
            ],
            "id_str": "18446744073709551615",
            "id": "18446744073709551615"
          },
          {
            "name": "Robin Quist",
            "screen_name": "robin_quist",
            "indices": [
              "0",
              "12"
            ],
            "id_str": "111",
            "id": "111"
          },
          {
            "name": "Bo Manyfold",
            "screen_name": "BoManyfold",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "732980797985148928",
            "id": "732980797985148928"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "60"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1630477905418338304",
      "in_reply_to_status_id": "1630477905418338304",
      "in_reply_to_user_id": "2222222222",
      "in_reply_to_user_id_str": "2222222222",
      "in_reply_to_screen_name": "ada_kaltenbrun",
      "id_str": "1630840293283938304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1630840293283938304",
      "created_at": "Wed Mar 01 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@ada_kaltenbrun @BoManyfold @ciro_v @robin_quist both of you",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1631202681149538304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Bo Manyfold",
            "screen_name": "BoManyfold",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "732980797985148928",
            "id": "732980797985148928"
          },
          {
            "name": "Dara Lindqvist",
            "screen_name": "dara_lindqvist",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "4444",
            "id": "4444"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "53"
      ],
      "favorite_count": "1",
      "id_str": "1631202681149538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1631202681149538304",
      "created_at": "Thu Mar 02 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "Lunch with @BoManyfold and @dara_lindqvist &amp; cake",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1631565069015138304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Dara Lindqvist",
            "screen_name": "dara_lindqvist",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "4444",
            "id": "4444"
          },
          {
            "name": "Eno\ud83d Sato\n(away)",
            "screen_name": "eno_sato",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "5555",
            "id": "5555"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "70"
      ],
      "favorite_count": "1",
      "id_str": "1631565069015138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1631565069015138304",
      "created_at": "Fri Mar 03 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "RT @dara_lindqvist: News from @eno_sato and so on, cut off at some pl…",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1631927456880738304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "61"
      ],
      "favorite_count": "1",
      "id_str": "1631927456880738304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1631927456880738304",
      "created_at": "Sat Mar 04 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "RT @fay_unknown: Her post without her in the list of mentions",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1631942556375138304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gil Marsh",
            "screen_name": "gil_marsh",
            "indices": [
              "0",
              "10"
            ],
            "id_str": "-1",
            "id": "-1"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "34"
      ],
      "favorite_count": "1",
      "id_str": "1631942556375138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1631942556375138304",
      "created_at": "Sat Mar 04 09:00:00 +0000 2023",
      "favorited": false,
      "full_text": "RT @Gil_Marsh: His id is forgotten",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632289844746338304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Robin Quist",
            "screen_name": "robin_quist",
            "indices": [
              "0",
              "12"
            ],
            "id_str": "111",
            "id": "111"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "30"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1631927456880738304",
      "in_reply_to_status_id": "1631927456880738304",
      "in_reply_to_user_id": "111",
      "in_reply_to_user_id_str": "111",
      "in_reply_to_screen_name": "robin_quist",
      "id_str": "1632289844746338304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1632289844746338304",
      "created_at": "Sun Mar 05 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@robin_quist and another thing",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632291103037538304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Dara Lindqvist",
            "screen_name": "dara_lindqvist",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "4444",
            "id": "4444"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "34"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1632289844746338304",
      "in_reply_to_status_id": "1632289844746338304",
      "in_reply_to_user_id": "111",
      "in_reply_to_user_id_str": "111",
      "in_reply_to_screen_name": "robin_quist",
      "id_str": "1632291103037538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1632291103037538304",
      "created_at": "Sun Mar 05 08:05:00 +0000 2023",
      "favorited": false,
      "full_text": "and with thanks to @dara_lindqvist",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632652232611938304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "12"
      ],
      "favorite_count": "1",
      "id_str": "1632652232611938304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1632652232611938304",
      "created_at": "Mon Mar 06 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "Good morning",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1632667332106338304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Robin Quist",
            "screen_name": "robin_quist",
            "indices": [
              "0",
              "12"
            ],
            "id_str": "111",
            "id": "111"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "20"
      ],
      "favorite_count": "1",
      "id_str": "1632667332106338304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1632667332106338304",
      "created_at": "Mon Mar 06 09:00:00 +0000 2023",
      "favorited": false,
      "full_text": "Myself, @robin_quist",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633014620477538304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gone One",
            "screen_name": "gone_one",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "-1",
            "id": "-1"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "18"
      ],
      "favorite_count": "1",
      "id_str": "1633014620477538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633014620477538304",
      "created_at": "Tue Mar 07 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@gone_one you know",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633029719971938304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Gone One",
            "screen_name": "gone_one",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "-1",
            "id": "-1"
          },
          {
            "name": "Eno\ud83d Sato\n(away)",
            "screen_name": "eno_sato",
            "indices": [
              "0",
              "9"
            ],
            "id_str": "5555",
            "id": "5555"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "33"
      ],
      "favorite_count": "1",
      "id_str": "1633029719971938304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633029719971938304",
      "created_at": "Tue Mar 07 09:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@gone_one @eno_sato you both know",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633044819466338304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "13"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1630719497328738304",
      "in_reply_to_status_id": "1630719497328738304",
      "id_str": "1633044819466338304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633044819466338304",
      "created_at": "Tue Mar 07 10:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@ who was it?",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633377008343138304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "26"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1633361908848738304",
      "in_reply_to_status_id": "1633361908848738304",
      "in_reply_to_user_id": "-1",
      "in_reply_to_user_id_str": "-1",
      "in_reply_to_screen_name": "Hugo_Handle",
      "id_str": "1633377008343138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633377008343138304",
      "created_at": "Wed Mar 08 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@hugo_handle only a handle",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633392107837538304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "12"
      ],
      "favorite_count": "1",
      "in_reply_to_status_id_str": "1633369458595938304",
      "in_reply_to_status_id": "1633369458595938304",
      "in_reply_to_user_id": "6666",
      "in_reply_to_user_id_str": "6666",
      "id_str": "1633392107837538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633392107837538304",
      "created_at": "Wed Mar 08 09:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@ only an id",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1531908405975138304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Ada K.",
            "screen_name": "ada_before",
            "indices": [
              "0",
              "11"
            ],
            "id_str": "2222222222",
            "id": "2222222222"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "46"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "2222222222",
      "in_reply_to_user_id_str": "2222222222",
      "in_reply_to_screen_name": "ada_before",
      "id_str": "1531908405975138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1531908405975138304",
      "created_at": "Wed Jun 01 08:00:00 +0000 2022",
      "favorited": false,
      "full_text": "@ada_before earlier in time, later in the file",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1542780041943138304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "A. Kaltenbrun",
            "screen_name": "Ada_Kaltenbrun",
            "indices": [
              "0",
              "15"
            ],
            "id_str": "2222222222",
            "id": "2222222222"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "46"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "2222222222",
      "in_reply_to_user_id_str": "2222222222",
      "in_reply_to_screen_name": "Ada_Kaltenbrun",
      "id_str": "1542780041943138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1542780041943138304",
      "created_at": "Fri Jul 01 08:00:00 +0000 2022",
      "favorited": false,
      "full_text": "@ada_kaltenbrun the same handle, an older name",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1633739396208738304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Robin Quist",
            "screen_name": "robin_quist",
            "indices": [
              "0",
              "12"
            ],
            "id_str": "111",
            "id": "111"
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "29"
      ],
      "favorite_count": "1",
      "id_str": "1633739396208738304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1633739396208738304",
      "created_at": "Thu Mar 09 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "RT @robin_quist: My own words",
      "lang": "en"
    }
  }
]
