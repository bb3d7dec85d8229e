window.YTD.mute.part0 = [
  { "muting" : { "accountId" : "444", "userLink" : "https://twitter.com/intent/user?user_id=444" } },
  { "muting" : { "userLink" : "https://twitter.com/intent/user?user_id=555" } },
  { "muting" : { "accountId" : 666 } },
  "777"
]
