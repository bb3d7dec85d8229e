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
        "19"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626922775599202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626922775599202304",
      "created_at": "Sat Feb 18 12:33:11 +0000 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist one",
      "lang": "en"
    }
  },
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
        "19"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626922775599202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626922775599202304",
      "created_at": "Sat Feb 18 12:33:11 +0000 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist one",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626929524234338304"
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
        "21"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": null,
      "truncated": false,
      "retweet_count": "0",
      "id": "-1",
      "created_at": "Sat Feb 18 13:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist no id",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626944623728738304"
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
        "23"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626944623728738304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626944623728738304",
      "created_at": null,
      "favorited": false,
      "full_text": "@dara_lindqvist no date",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626959723223138304"
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
        "27"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626959723223138304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626959723223138304",
      "created_at": "Thu Feb 30 15:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist 30 February",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626974822717538304"
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
        "20"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626974822717538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626974822717538304",
      "created_at": "Tue Feb 18 16:00:00 +0000 1997",
      "favorited": false,
      "full_text": "@dara_lindqvist 1997",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1626989922211938304"
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
        "31"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1626989922211938304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1626989922211938304",
      "created_at": "Mon Feb 20 17:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist not of that day",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1627005021706338304"
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
        "28"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "1627005021706338304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1627005021706338304",
      "created_at": "Sat Feb 18 23:30:00 +0530 2023",
      "favorited": false,
      "full_text": "@dara_lindqvist another zone",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "20"
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
        "24"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "4444",
      "in_reply_to_user_id_str": "4444",
      "in_reply_to_screen_name": "dara_lindqvist",
      "id_str": "20",
      "truncated": false,
      "retweet_count": "0",
      "id": "20",
      "created_at": "Tue Feb 18 18:00:00 +0000 2003",
      "favorited": false,
      "full_text": "@dara_lindqvist before X",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1627020121200738304"
          ],
          "editableUntil": "2023-02-18T13:03:11.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": [],
      "display_text_range": [
        "0",
        "42"
      ],
      "favorite_count": "1",
      "id_str": "1627020121200738304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1627020121200738304",
      "created_at": "Sat Feb 18 19:00:00 +0000 2023",
      "favorited": false,
      "full_text": null,
      "lang": "en",
      "in_reply_to_user_id": {
        "id": "4444"
      },
      "in_reply_to_screen_name": [
        "dara_lindqvist"
      ]
    }
  },
  null,
  { "tweet" : [] }
]
