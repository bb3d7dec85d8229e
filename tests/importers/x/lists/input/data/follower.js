window.YTD.follower.part0 = [ {
  "follower" : {
    "accountId" : "2222222222"
  }
}, {
  "follower" : {
    "accountId" : "333"
  }
}, {
  "follower" : {
    "accountId" : "2222222222"
  }
} ]
