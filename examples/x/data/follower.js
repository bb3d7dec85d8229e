window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "1368973414630173397",
      "userLink" : "https://twitter.com/intent/user?user_id=1368973414630173397"
    }
  },
  {
    "follower" : {
      "accountId" : "820224695075566722",
      "userLink" : "https://twitter.com/intent/user?user_id=820224695075566722"
    }
  },
  {
    "follower" : {
      "accountId" : "1468688936336247619",
      "userLink" : "https://twitter.com/intent/user?user_id=1468688936336247619"
    }
  },
  {
    "follower" : {
      "accountId" : "1675638806544963840",
      "userLink" : "https://twitter.com/intent/user?user_id=1675638806544963840"
    }
  },
  {
    "follower" : {
      "accountId" : "1560989415109859733",
      "userLink" : "https://twitter.com/intent/user?user_id=1560989415109859733"
    }
  },
  {
    "follower" : {
      "accountId" : "1685983096864775520",
      "userLink" : "https://twitter.com/intent/user?user_id=1685983096864775520"
    }
  },
  {
    "follower" : {
      "accountId" : "1627646011504148873",
      "userLink" : "https://twitter.com/intent/user?user_id=1627646011504148873"
    }
  },
  {
    "follower" : {
      "accountId" : "1488933549897258693",
      "userLink" : "https://twitter.com/intent/user?user_id=1488933549897258693"
    }
  },
  {
    "follower" : {
      "accountId" : "773099412126801218",
      "userLink" : "https://twitter.com/intent/user?user_id=773099412126801218"
    }
  },
  {
    "follower" : {
      "accountId" : "900663099130088467",
      "userLink" : "https://twitter.com/intent/user?user_id=900663099130088467"
    }
  },
  {
    "follower" : {
      "accountId" : "955830519594797547",
      "userLink" : "https://twitter.com/intent/user?user_id=955830519594797547"
    }
  },
  {
    "follower" : {
      "accountId" : "1276083418038064403",
      "userLink" : "https://twitter.com/intent/user?user_id=1276083418038064403"
    }
  },
  {
    "follower" : {
      "accountId" : "1565415014007145381",
      "userLink" : "https://twitter.com/intent/user?user_id=1565415014007145381"
    }
  },
  {
    "follower" : {
      "accountId" : "1486667686215765032",
      "userLink" : "https://twitter.com/intent/user?user_id=1486667686215765032"
    }
  },
  {
    "follower" : {
      "accountId" : "1061799463355093263",
      "userLink" : "https://twitter.com/intent/user?user_id=1061799463355093263"
    }
  },
  {
    "follower" : {
      "accountId" : "1006712527387710093",
      "userLink" : "https://twitter.com/intent/user?user_id=1006712527387710093"
    }
  },
  {
    "follower" : {
      "accountId" : "1068525457636873341",
      "userLink" : "https://twitter.com/intent/user?user_id=1068525457636873341"
    }
  },
  {
    "follower" : {
      "accountId" : "925237182333173645",
      "userLink" : "https://twitter.com/intent/user?user_id=925237182333173645"
    }
  },
  {
    "follower" : {
      "accountId" : "851850221188711735",
      "userLink" : "https://twitter.com/intent/user?user_id=851850221188711735"
    }
  },
  {
    "follower" : {
      "accountId" : "860975101507040323",
      "userLink" : "https://twitter.com/intent/user?user_id=860975101507040323"
    }
  },
  {
    "follower" : {
      "accountId" : "1200011414467607809",
      "userLink" : "https://twitter.com/intent/user?user_id=1200011414467607809"
    }
  },
  {
    "follower" : {
      "accountId" : "1374256585111521993",
      "userLink" : "https://twitter.com/intent/user?user_id=1374256585111521993"
    }
  },
  {
    "follower" : {
      "accountId" : "1101713617844784227",
      "userLink" : "https://twitter.com/intent/user?user_id=1101713617844784227"
    }
  },
  {
    "follower" : {
      "accountId" : "1356784893032219915",
      "userLink" : "https://twitter.com/intent/user?user_id=1356784893032219915"
    }
  },
  {
    "follower" : {
      "accountId" : "1463690282268253097",
      "userLink" : "https://twitter.com/intent/user?user_id=1463690282268253097"
    }
  },
  {
    "follower" : {
      "accountId" : "1621870371011361632",
      "userLink" : "https://twitter.com/intent/user?user_id=1621870371011361632"
    }
  },
  {
    "follower" : {
      "accountId" : "1543577479283556974",
      "userLink" : "https://twitter.com/intent/user?user_id=1543577479283556974"
    }
  },
  {
    "follower" : {
      "accountId" : "1263855948135228675",
      "userLink" : "https://twitter.com/intent/user?user_id=1263855948135228675"
    }
  },
  {
    "follower" : {
      "accountId" : "1436216844485114143",
      "userLink" : "https://twitter.com/intent/user?user_id=1436216844485114143"
    }
  },
  {
    "follower" : {
      "accountId" : "1350433395569746488",
      "userLink" : "https://twitter.com/intent/user?user_id=1350433395569746488"
    }
  },
  {
    "follower" : {
      "accountId" : "755818799955477873",
      "userLink" : "https://twitter.com/intent/user?user_id=755818799955477873"
    }
  },
  {
    "follower" : {
      "accountId" : "996423534772243550",
      "userLink" : "https://twitter.com/intent/user?user_id=996423534772243550"
    }
  },
  {
    "follower" : {
      "accountId" : "1538894685664290420",
      "userLink" : "https://twitter.com/intent/user?user_id=1538894685664290420"
    }
  },
  {
    "follower" : {
      "accountId" : "1080953834698244861",
      "userLink" : "https://twitter.com/intent/user?user_id=1080953834698244861"
    }
  },
  {
    "follower" : {
      "accountId" : "1466984203417587078",
      "userLink" : "https://twitter.com/intent/user?user_id=1466984203417587078"
    }
  },
  {
    "follower" : {
      "accountId" : "1600253674780497013",
      "userLink" : "https://twitter.com/intent/user?user_id=1600253674780497013"
    }
  },
  {
    "follower" : {
      "accountId" : "755026000999482783",
      "userLink" : "https://twitter.com/intent/user?user_id=755026000999482783"
    }
  },
  {
    "follower" : {
      "accountId" : "953251433677254984",
      "userLink" : "https://twitter.com/intent/user?user_id=953251433677254984"
    }
  },
  {
    "follower" : {
      "accountId" : "796753663492021825",
      "userLink" : "https://twitter.com/intent/user?user_id=796753663492021825"
    }
  },
  {
    "follower" : {
      "accountId" : "933388350781613745",
      "userLink" : "https://twitter.com/intent/user?user_id=933388350781613745"
    }
  },
  {
    "follower" : {
      "accountId" : "1041576446261605652",
      "userLink" : "https://twitter.com/intent/user?user_id=1041576446261605652"
    }
  },
  {
    "follower" : {
      "accountId" : "1430215642710729918",
      "userLink" : "https://twitter.com/intent/user?user_id=1430215642710729918"
    }
  },
  {
    "follower" : {
      "accountId" : "1018003014943186247",
      "userLink" : "https://twitter.com/intent/user?user_id=1018003014943186247"
    }
  },
  {
    "follower" : {
      "accountId" : "1673995536958151172",
      "userLink" : "https://twitter.com/intent/user?user_id=1673995536958151172"
    }
  },
  {
    "follower" : {
      "accountId" : "1019840199784052901",
      "userLink" : "https://twitter.com/intent/user?user_id=1019840199784052901"
    }
  },
  {
    "follower" : {
      "accountId" : "798867626263032546",
      "userLink" : "https://twitter.com/intent/user?user_id=798867626263032546"
    }
  },
  {
    "follower" : {
      "accountId" : "1291229859280525666",
      "userLink" : "https://twitter.com/intent/user?user_id=1291229859280525666"
    }
  },
  {
    "follower" : {
      "accountId" : "879396660836030528",
      "userLink" : "https://twitter.com/intent/user?user_id=879396660836030528"
    }
  },
  {
    "follower" : {
      "accountId" : "875969230795947305",
      "userLink" : "https://twitter.com/intent/user?user_id=875969230795947305"
    }
  },
  {
    "follower" : {
      "accountId" : "851149470432847912",
      "userLink" : "https://twitter.com/intent/user?user_id=851149470432847912"
    }
  },
  {
    "follower" : {
      "accountId" : "867046130058250995",
      "userLink" : "https://twitter.com/intent/user?user_id=867046130058250995"
    }
  }
]