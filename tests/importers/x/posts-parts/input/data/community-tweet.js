window.YTD.community_tweet.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1494651204655202304"
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
          }
        ],
        "urls": []
      },
      "display_text_range": [
        "0",
        "26"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "732980797985148928",
      "in_reply_to_user_id_str": "732980797985148928",
      "in_reply_to_screen_name": "BoManyfold",
      "id_str": "1494651204655202304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1494651204655202304",
      "created_at": "Fri Feb 18 12:33:11 +0000 2022",
      "favorited": false,
      "full_text": "@BoManyfold in a community",
      "lang": "en",
      "community_id": "1500000000000000000"
    }
  }
]
