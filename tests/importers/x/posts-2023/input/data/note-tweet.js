window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1",
      "tweetId": "2",
      "noteTweetResults": {
        "text": "Long"
      }
    }
  }
]
