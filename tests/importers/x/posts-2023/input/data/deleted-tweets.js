window.YTD.deleted_tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1611271348541538304"
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
        "25"
      ],
      "favorite_count": "1",
      "in_reply_to_user_id": "732980797985148928",
      "in_reply_to_user_id_str": "732980797985148928",
      "in_reply_to_screen_name": "BoManyfold",
      "id_str": "1611271348541538304",
      "truncated": false,
      "retweet_count": "0",
      "id": "1611271348541538304",
      "created_at": "Fri Jan 06 08:00:00 +0000 2023",
      "favorited": false,
      "full_text": "@BoManyfold I regret this",
      "lang": "en"
    }
  }
]
