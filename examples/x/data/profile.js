window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Programme lead, mostly volunteers & rotas.",
        "website" : "https://robin-quist.example.org",
        "location" : ""
      }
    }
  }
]