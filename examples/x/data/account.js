window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "robin.quist@example.com",
      "createdVia" : "web",
      "username" : "robinq_example",
      "accountId" : "1493484956941785573",
      "createdAt" : "2022-02-15T07:18:56.000Z",
      "accountDisplayName" : "Robin Quist"
    }
  }
]