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
  }
]
