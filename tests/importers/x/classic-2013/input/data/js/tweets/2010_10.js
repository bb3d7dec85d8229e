Grailbird.data.tweets_2010_10 = 
 [
  {
    "source": "web",
    "entities": {
      "user_mentions": [
        {
          "name": "Dara Lindqvist",
          "screen_name": "dara_lindqvist",
          "indices": [
            0,
            15
          ],
          "id_str": "4444",
          "id": 4444
        }
      ],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "26000000001",
    "in_reply_to_user_id": 4444,
    "text": "@dara_lindqvist of this day",
    "id": 26000000001,
    "created_at": "2010-10-01 00:00:00 +0000",
    "in_reply_to_screen_name": "dara_lindqvist",
    "in_reply_to_user_id_str": "4444",
    "user": {
      "name": "Robin Quist",
      "screen_name": "robin_quist",
      "protected": false,
      "id_str": "111",
      "profile_image_url_https": "https://pbs.twimg.com/robin_quist.jpg",
      "id": 111,
      "verified": false
    }
  },
  {
    "source": "web",
    "entities": {
      "user_mentions": [],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "1600000001",
    "text": "Hello",
    "id": 1600000001,
    "created_at": "2009-05-01 00:00:00 +0000",
    "user": {
      "name": "Robin Quist",
      "screen_name": "robin_quist",
      "protected": false,
      "id_str": "111",
      "profile_image_url_https": "https://pbs.twimg.com/robin_quist.jpg",
      "id": 111,
      "verified": false
    }
  }
]