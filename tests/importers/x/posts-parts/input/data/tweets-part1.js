window.YTD.tweets.part1 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1362379633711202304"
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
      "id_str": "1362379633711202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1362379633711202304",
      "created_at": "Thu Feb 18 12:33:11 +0000 2021",
      "favorited": false,
      "full_text": "@dara_lindqvist earlier",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1759194346543202304"
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
        "21"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "2222222222",
      "in_reply_to_user_id_str": "2222222222",
      "in_reply_to_screen_name": "ada_kaltenbrun",
      "id_str": "1759194346543202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1759194346543202304",
      "created_at": "Sun Feb 18 12:33:11 +0000 2024",
      "favorited": false,
      "full_text": "@ada_kaltenbrun later",
      "lang": "en"
    }
  }
]
