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
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "17"
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
      "full_text": "and another thing",
      "lang": "en"
    }
  }
]
