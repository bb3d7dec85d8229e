window.YTD.contact.part0 = [
  { "contact" : { "id" : "1", "emails" : [ "Bo.Lind@example.org" ], "phoneNumbers" : [ "+46 70 174 06 05" ] } },
  { "contact" : { "emails" : [ "robin@example.com" ], "phoneNumbers" : [ ] } },
  { "contact" : { "phoneNumbers" : [ "0701740605" ] } },
  { "contact" : { "emails" : null } }
]
