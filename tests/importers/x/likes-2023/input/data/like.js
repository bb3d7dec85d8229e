window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1626914424739938304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/i/web/status/1626914424739938304"
    }
  },
  {
    "like": {
      "tweetId": "1627276812605538304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/i/web/status/1627276812605538304"
    }
  },
  {
    "like": {
      "tweetId": "1627639200471138304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/Dara_Lindqvist/status/1627639200471138304"
    }
  },
  {
    "like": {
      "tweetId": "1627654299965538304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://x.com/eno_sato/status/1627654299965538304?s=20"
    }
  },
  {
    "like": {
      "tweetId": "1632289844746338304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/i/web/status/1632289844746338304"
    }
  },
  {
    "like": {
      "tweetId": "965918957885538304"
    }
  },
  {
    "like": {
      "tweetId": "15204998877",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/dara_lindqvist/status/15204998877"
    }
  },
  {
    "like": {
      "tweetId": "1627654299965538304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://x.com/eno_sato/status/1627654299965538304"
    }
  },
  {
    "like": {
      "tweetId": "-1",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/i/web/status/-1"
    }
  },
  {
    "like": {
      "tweetId": "1628001588336738304",
      "fullText": "Words of somebody",
      "expandedUrl": "https://twitter.com/dara_lindqvist/status/1"
    }
  }
]
