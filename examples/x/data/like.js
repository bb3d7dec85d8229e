window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1814492554108872301",
      "fullText" : "The lighthouse is open to visitors again.",
      "expandedUrl" : "https://twitter.com/i/web/status/1814492554108872301"
    }
  },
  {
    "like" : {
      "tweetId" : "1997147431162336382",
      "fullText" : "The lighthouse is open to visitors again.",
      "expandedUrl" : "https://twitter.com/i/web/status/1997147431162336382"
    }
  },
  {
    "like" : {
      "tweetId" : "1898277715986086552",
      "fullText" : "How to write a handover nobody has to ask about.",
      "expandedUrl" : "https://twitter.com/i/web/status/1898277715986086552"
    }
  },
  {
    "like" : {
      "tweetId" : "2067662303575338750",
      "fullText" : "The lighthouse is open to visitors again.",
      "expandedUrl" : "https://twitter.com/i/web/status/2067662303575338750"
    }
  },
  {
    "like" : {
      "tweetId" : "2111539751121859939",
      "fullText" : "The lighthouse is open to visitors again.",
      "expandedUrl" : "https://twitter.com/i/web/status/2111539751121859939"
    }
  },
  {
    "like" : {
      "tweetId" : "2096189666083501383",
      "fullText" : "Our cat has joined the stand-up.",
      "expandedUrl" : "https://twitter.com/i/web/status/2096189666083501383"
    }
  },
  {
    "like" : {
      "tweetId" : "1801689331718264829",
      "fullText" : "How to write a handover nobody has to ask about.",
      "expandedUrl" : "https://twitter.com/i/web/status/1801689331718264829"
    }
  },
  {
    "like" : {
      "tweetId" : "2080933581962582192",
      "fullText" : "A short history of the folding chair.",
      "expandedUrl" : "https://twitter.com/i/web/status/2080933581962582192"
    }
  },
  {
    "like" : {
      "tweetId" : "1991445294016776969",
      "fullText" : "Our cat has joined the stand-up.",
      "expandedUrl" : "https://twitter.com/i/web/status/1991445294016776969"
    }
  },
  {
    "like" : {
      "tweetId" : "2114049495247100061",
      "fullText" : "Photographs of ferries in fog.",
      "expandedUrl" : "https://twitter.com/i/web/status/2114049495247100061"
    }
  },
  {
    "like" : {
      "tweetId" : "1890842066724532538",
      "fullText" : "Photographs of ferries in fog.",
      "expandedUrl" : "https://twitter.com/i/web/status/1890842066724532538"
    }
  },
  {
    "like" : {
      "tweetId" : "1864317493983451445",
      "fullText" : "How to write a handover nobody has to ask about.",
      "expandedUrl" : "https://twitter.com/i/web/status/1864317493983451445"
    }
  },
  {
    "like" : {
      "tweetId" : "2020888599251512381",
      "fullText" : "How to write a handover nobody has to ask about.",
      "expandedUrl" : "https://twitter.com/i/web/status/2020888599251512381"
    }
  },
  {
    "like" : {
      "tweetId" : "2089765379477902134",
      "fullText" : "How to write a handover nobody has to ask about.",
      "expandedUrl" : "https://twitter.com/i/web/status/2089765379477902134"
    }
  },
  {
    "like" : {
      "tweetId" : "2016145490004219585",
      "fullText" : "Recipe: plum cake for forty.",
      "expandedUrl" : "https://twitter.com/i/web/status/2016145490004219585"
    }
  },
  {
    "like" : {
      "tweetId" : "1892134861563826790",
      "fullText" : "Recipe: plum cake for forty.",
      "expandedUrl" : "https://twitter.com/i/web/status/1892134861563826790"
    }
  },
  {
    "like" : {
      "tweetId" : "1913922957289806772",
      "fullText" : "Photographs of ferries in fog.",
      "expandedUrl" : "https://twitter.com/i/web/status/1913922957289806772"
    }
  }
]