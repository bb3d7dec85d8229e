window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "1676921684753103455",
      "userLink" : "https://twitter.com/intent/user?user_id=1676921684753103455"
    }
  },
  {
    "following" : {
      "accountId" : "1465330062194611933",
      "userLink" : "https://twitter.com/intent/user?user_id=1465330062194611933"
    }
  },
  {
    "following" : {
      "accountId" : "820224695075566722",
      "userLink" : "https://twitter.com/intent/user?user_id=820224695075566722"
    }
  },
  {
    "following" : {
      "accountId" : "1599517285020819204",
      "userLink" : "https://twitter.com/intent/user?user_id=1599517285020819204"
    }
  },
  {
    "following" : {
      "accountId" : "1340150425975697379",
      "userLink" : "https://twitter.com/intent/user?user_id=1340150425975697379"
    }
  },
  {
    "following" : {
      "accountId" : "1675638806544963840",
      "userLink" : "https://twitter.com/intent/user?user_id=1675638806544963840"
    }
  },
  {
    "following" : {
      "accountId" : "1560989415109859733",
      "userLink" : "https://twitter.com/intent/user?user_id=1560989415109859733"
    }
  },
  {
    "following" : {
      "accountId" : "1627646011504148873",
      "userLink" : "https://twitter.com/intent/user?user_id=1627646011504148873"
    }
  },
  {
    "following" : {
      "accountId" : "804740847237293652",
      "userLink" : "https://twitter.com/intent/user?user_id=804740847237293652"
    }
  },
  {
    "following" : {
      "accountId" : "1488933549897258693",
      "userLink" : "https://twitter.com/intent/user?user_id=1488933549897258693"
    }
  },
  {
    "following" : {
      "accountId" : "900663099130088467",
      "userLink" : "https://twitter.com/intent/user?user_id=900663099130088467"
    }
  },
  {
    "following" : {
      "accountId" : "955830519594797547",
      "userLink" : "https://twitter.com/intent/user?user_id=955830519594797547"
    }
  },
  {
    "following" : {
      "accountId" : "1386604305709150383",
      "userLink" : "https://twitter.com/intent/user?user_id=1386604305709150383"
    }
  },
  {
    "following" : {
      "accountId" : "1276083418038064403",
      "userLink" : "https://twitter.com/intent/user?user_id=1276083418038064403"
    }
  },
  {
    "following" : {
      "accountId" : "1061799463355093263",
      "userLink" : "https://twitter.com/intent/user?user_id=1061799463355093263"
    }
  },
  {
    "following" : {
      "accountId" : "1185148789192299442",
      "userLink" : "https://twitter.com/intent/user?user_id=1185148789192299442"
    }
  },
  {
    "following" : {
      "accountId" : "1006712527387710093",
      "userLink" : "https://twitter.com/intent/user?user_id=1006712527387710093"
    }
  },
  {
    "following" : {
      "accountId" : "925237182333173645",
      "userLink" : "https://twitter.com/intent/user?user_id=925237182333173645"
    }
  },
  {
    "following" : {
      "accountId" : "1123785819684885530",
      "userLink" : "https://twitter.com/intent/user?user_id=1123785819684885530"
    }
  },
  {
    "following" : {
      "accountId" : "860901919293256763",
      "userLink" : "https://twitter.com/intent/user?user_id=860901919293256763"
    }
  },
  {
    "following" : {
      "accountId" : "1374256585111521993",
      "userLink" : "https://twitter.com/intent/user?user_id=1374256585111521993"
    }
  },
  {
    "following" : {
      "accountId" : "1356784893032219915",
      "userLink" : "https://twitter.com/intent/user?user_id=1356784893032219915"
    }
  },
  {
    "following" : {
      "accountId" : "986775436001109695",
      "userLink" : "https://twitter.com/intent/user?user_id=986775436001109695"
    }
  },
  {
    "following" : {
      "accountId" : "1639609466747045631",
      "userLink" : "https://twitter.com/intent/user?user_id=1639609466747045631"
    }
  },
  {
    "following" : {
      "accountId" : "1429148397860165441",
      "userLink" : "https://twitter.com/intent/user?user_id=1429148397860165441"
    }
  },
  {
    "following" : {
      "accountId" : "1621870371011361632",
      "userLink" : "https://twitter.com/intent/user?user_id=1621870371011361632"
    }
  },
  {
    "following" : {
      "accountId" : "1543577479283556974",
      "userLink" : "https://twitter.com/intent/user?user_id=1543577479283556974"
    }
  },
  {
    "following" : {
      "accountId" : "840474903837502223",
      "userLink" : "https://twitter.com/intent/user?user_id=840474903837502223"
    }
  },
  {
    "following" : {
      "accountId" : "1175756169674080257",
      "userLink" : "https://twitter.com/intent/user?user_id=1175756169674080257"
    }
  },
  {
    "following" : {
      "accountId" : "732577041610555322",
      "userLink" : "https://twitter.com/intent/user?user_id=732577041610555322"
    }
  },
  {
    "following" : {
      "accountId" : "1350433395569746488",
      "userLink" : "https://twitter.com/intent/user?user_id=1350433395569746488"
    }
  },
  {
    "following" : {
      "accountId" : "1466984203417587078",
      "userLink" : "https://twitter.com/intent/user?user_id=1466984203417587078"
    }
  },
  {
    "following" : {
      "accountId" : "953251433677254984",
      "userLink" : "https://twitter.com/intent/user?user_id=953251433677254984"
    }
  },
  {
    "following" : {
      "accountId" : "796753663492021825",
      "userLink" : "https://twitter.com/intent/user?user_id=796753663492021825"
    }
  },
  {
    "following" : {
      "accountId" : "738608220078195731",
      "userLink" : "https://twitter.com/intent/user?user_id=738608220078195731"
    }
  },
  {
    "following" : {
      "accountId" : "1211168921614146166",
      "userLink" : "https://twitter.com/intent/user?user_id=1211168921614146166"
    }
  },
  {
    "following" : {
      "accountId" : "1430652710155687820",
      "userLink" : "https://twitter.com/intent/user?user_id=1430652710155687820"
    }
  },
  {
    "following" : {
      "accountId" : "1430215642710729918",
      "userLink" : "https://twitter.com/intent/user?user_id=1430215642710729918"
    }
  },
  {
    "following" : {
      "accountId" : "1060456870836680226",
      "userLink" : "https://twitter.com/intent/user?user_id=1060456870836680226"
    }
  },
  {
    "following" : {
      "accountId" : "798867626263032546",
      "userLink" : "https://twitter.com/intent/user?user_id=798867626263032546"
    }
  },
  {
    "following" : {
      "accountId" : "1291229859280525666",
      "userLink" : "https://twitter.com/intent/user?user_id=1291229859280525666"
    }
  },
  {
    "following" : {
      "accountId" : "1222534961168030714",
      "userLink" : "https://twitter.com/intent/user?user_id=1222534961168030714"
    }
  },
  {
    "following" : {
      "accountId" : "889749817915766135",
      "userLink" : "https://twitter.com/intent/user?user_id=889749817915766135"
    }
  },
  {
    "following" : {
      "accountId" : "875969230795947305",
      "userLink" : "https://twitter.com/intent/user?user_id=875969230795947305"
    }
  },
  {
    "following" : {
      "accountId" : "851149470432847912",
      "userLink" : "https://twitter.com/intent/user?user_id=851149470432847912"
    }
  },
  {
    "following" : {
      "accountId" : "1475887515435726081",
      "userLink" : "https://twitter.com/intent/user?user_id=1475887515435726081"
    }
  },
  {
    "following" : {
      "accountId" : "867046130058250995",
      "userLink" : "https://twitter.com/intent/user?user_id=867046130058250995"
    }
  }
]