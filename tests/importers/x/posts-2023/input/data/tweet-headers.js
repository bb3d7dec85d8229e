window.YTD.tweet_headers.part0 = [
  {
    "tweet": {
      "tweet_id": "1632652232611938304",
      "user_id": "111",
      "created_at": "Mon Mar 06 08:00:00 +0000 2023"
    }
  }
]
