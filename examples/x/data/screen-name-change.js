window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange" : {
      "accountId" : "1493484956941785573",
      "screenNameChange" : {
        "changedAt" : "2024-04-25T07:18:56.000Z",
        "changedFrom" : "rotas_example",
        "changedTo" : "robinq_example"
      }
    }
  }
]