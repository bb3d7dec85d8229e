window.__THAR_CONFIG = {
  "userInfo" : { "accountId" : "111", "userName" : "Robin_Quist", "displayName" : "Robin Quist 🌿" },
  "archiveInfo" : { "sizeBytes" : "44546997", "generationDate" : "2026-11-14T04:05:06.789Z", "isPartialArchive" : false, "maxPartSizeBytes" : "53687091200" },
  "readmeInfo" : { "fileName" : "data/README.txt", "directory" : "data/", "name" : "README.txt" },
  "dataTypes" : {
    "follower" : { "files" : [ { "fileName" : "data/follower.js", "globalName" : "YTD.follower.part0", "count" : "3" } ] },
    "following" : { "files" : [ { "fileName" : "data/following.js", "globalName" : "YTD.following.part0", "count" : "3" } ] },
    "directMessagesMedia" : { "mediaDirectory" : "data/direct_messages_media" }
  }
}
