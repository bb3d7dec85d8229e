window.YTD.tweet.part0 = [ {
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
  "id_str": "1050118620829794304",
  "truncated": false,
  "retweet_count": "0",
  "id": "1050118620829794304",
  "created_at": "Wed Oct 10 20:19:24 +0000 2018",
  "favorited": false,
  "full_text": "@dara_lindqvist Yes",
  "lang": "en"
}, {
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
    "16"
  ],
  "favorite_count": "1",
  "id_str": "1050481008695394304",
  "truncated": false,
  "retweet_count": "0",
  "id": "1050481008695394304",
  "created_at": "Thu Oct 11 20:19:24 +0000 2018",
  "favorited": false,
  "full_text": "With @BoManyfold",
  "lang": "en"
}, {
  "retweeted": false,
  "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
  "entities": {
    "user_mentions": null
  },
  "display_text_range": [
    "0",
    "7"
  ],
  "favorite_count": "1",
  "id_str": "1050843396560994304",
  "truncated": false,
  "retweet_count": "0",
  "id": "1050843396560994304",
  "created_at": "Fri Oct 12 20:19:24 +0000 2018",
  "favorited": false,
  "full_text": "Nothing",
  "lang": "en"
}, {
  "retweeted": false,
  "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
  "entities": {
    "user_mentions": [
      null
    ]
  },
  "display_text_range": [
    "0",
    "8"
  ],
  "favorite_count": "1",
  "id_str": "1051205784426594304",
  "truncated": false,
  "retweet_count": "0",
  "id": "1051205784426594304",
  "created_at": "Sat Oct 13 20:19:24 +0000 2018",
  "favorited": false,
  "full_text": "Somebody",
  "lang": "en"
}, {
  "retweeted": false,
  "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
  "entities": {
    "user_mentions": [
      {
        "screen_name": "dara_lindqvist",
        "name": "Dara L.",
        "id_str": "4444"
      },
      {
        "screen_name": "BoManyfold",
        "name": "Bo Manyfold",
        "id": 732980797985148928
      }
    ]
  },
  "display_text_range": [
    "0",
    "25"
  ],
  "favorite_count": "1",
  "id_str": "1051568172292194304",
  "truncated": false,
  "retweet_count": "0",
  "id": "1051568172292194304",
  "created_at": "Sun Oct 14 20:19:24 +0000 2018",
  "favorited": false,
  "full_text": "@dara_lindqvist by number",
  "lang": "en"
}, {
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
    "36"
  ],
  "favorite_count": "1",
  "in_reply_to_user_id": "4444",
  "in_reply_to_user_id_str": "4444",
  "in_reply_to_screen_name": "dara_lindqvist",
  "id_str": "15204998877",
  "truncated": false,
  "retweet_count": "0",
  "id": "15204998877",
  "created_at": "Tue Jun 01 23:30:00 +0000 2010",
  "favorited": false,
  "full_text": "@dara_lindqvist before ids had dates",
  "lang": "en"
} ]