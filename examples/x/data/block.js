window.YTD.block.part0 = [
  {
    "blocking" : {
      "accountId" : "1596704689617390145",
      "userLink" : "https://twitter.com/intent/user?user_id=1596704689617390145"
    }
  }
]