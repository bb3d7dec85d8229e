Grailbird.data.tweets_2013_01 = 
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
        },
        {
          "name": "Bo Manyfold",
          "screen_name": "BoManyfold",
          "indices": [
            0,
            11
          ],
          "id_str": "732980797985148928",
          "id": 732980797985148928
        }
      ],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "in_reply_to_status_id_str": "297071753943138304",
    "geo": {},
    "id_str": "297076636112994304",
    "in_reply_to_user_id": 4444,
    "text": "@dara_lindqvist @BoManyfold Yes, both",
    "id": 297076636112994304,
    "in_reply_to_status_id": 297071753943138304,
    "created_at": "2013-01-31 20:19:24 +0000",
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
      "user_mentions": [
        {
          "name": "Ada Kaltenbrun",
          "screen_name": "ada_kaltenbrun",
          "indices": [
            0,
            15
          ],
          "id_str": "2222222222",
          "id": 2222222222
        }
      ],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "296714248247394304",
    "text": "RT @ada_kaltenbrun: My first post",
    "retweeted_status": {
      "source": "web",
      "entities": {
        "user_mentions": [],
        "media": [],
        "hashtags": [],
        "urls": []
      },
      "geo": {},
      "id_str": "296558371133538304",
      "text": "My first post",
      "id": 296558371133538304,
      "created_at": "2013-01-30 10:00:00 +0000",
      "user": {
        "name": "Ada Kaltenbrun",
        "screen_name": "ada_kaltenbrun",
        "protected": false,
        "id_str": "2222222222",
        "profile_image_url_https": "https://pbs.twimg.com/ada_kaltenbrun.jpg",
        "id": 2222222222,
        "verified": false
      }
    },
    "id": 296714248247394304,
    "created_at": "2013-01-30 20:19:24 +0000",
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
      "user_mentions": [
        {
          "name": "Bo Manyfold",
          "screen_name": "BoManyfold",
          "indices": [
            0,
            11
          ],
          "id_str": "732980797985148928",
          "id": 732980797985148928
        }
      ],
      "media": [],
      "hashtags": [],
      "urls": []
    },
    "geo": {},
    "id_str": "296351860381794304",
    "text": "With @BoManyfold",
    "id": 296351860381794304,
    "created_at": "Tue Jan 29 20:19:24 +0000 2013",
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
    "id_str": "295989472516194304",
    "text": "RT @eno_sato: by hand",
    "id": 295989472516194304,
    "created_at": "2013-01-28 20:19:24 +0000",
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
    "id_str": "295627084650594304",
    "text": "Snow",
    "id": 295627084650594304,
    "created_at": "2013-01-27 20:19:24 +0000",
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