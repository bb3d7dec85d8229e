window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "2222222222",
      "userLink" : "https://twitter.com/intent/user?user_id=2222222222"
    }
  },
  {
    "following" : {
      "accountId" : "1697051672621597026",
      "userLink" : "https://x.com/intent/user?user_id=1697051672621597026"
    }
  },
  {
    "following" : {
      "accountId" : "99999999999999999999",
      "userLink" : "https://x.com/intent/user?user_id=99999999999999999999"
    }
  }
]
