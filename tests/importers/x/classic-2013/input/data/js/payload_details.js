var payload_details =  {
  "tweets" : 7,
  "created_at" : "2013-02-01 09:00:00 +0000",
  "lang" : "en"
}