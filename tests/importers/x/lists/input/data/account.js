window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "robin@example.com",
      "createdVia" : "web",
      "username" : "Robin_Quist",
      "accountId" : "111",
      "createdAt" : "2011-06-23T13:04:14.000Z",
      "accountDisplayName" : "Robin Quist 🌿"
    }
  }
]
