window.YTD.contact.part0 = [
  {
    "contact" : {
      "id" : "130750466359682472",
      "emails" : [
        "caoimhe-eastermann@example.org"
      ],
      "phoneNumbers" : [
        "+44 20 7946 0018"
      ]
    }
  },
  {
    "contact" : {
      "id" : "768810899189543225",
      "emails" : [
        "kaisa-krugerhaus@example.org"
      ],
      "phoneNumbers" : [ ]
    }
  },
  {
    "contact" : {
      "id" : "582552478600261572",
      "emails" : [
        "anneli.k@example.net"
      ],
      "phoneNumbers" : [
        "+1 202 555 0143"
      ]
    }
  },
  {
    "contact" : {
      "id" : "690789456533759527",
      "emails" : [ ],
      "phoneNumbers" : [
        "020 7946 0991"
      ]
    }
  }
]