PRAGMA application_id = 1852142657;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('url', 'id', 'handle', 'email', 'phone', 'listed', 'name')),
  key      TEXT NOT NULL,
  short_id TEXT NOT NULL UNIQUE,  -- what a person can type; follows from the three above
  UNIQUE (platform, kind, key)
) STRICT;
INSERT INTO "account" VALUES(1,'linkedin','url','ana-ruiz','5hrbvjh4');
INSERT INTO "account" VALUES(2,'linkedin','url','bo-lind','39p6ytr8');
INSERT INTO "account" VALUES(3,'linkedin','listed','dee moss 738002','cxpxqrwx');
INSERT INTO "account" VALUES(4,'linkedin','email','cy@example.org','gg7kdm3v');
INSERT INTO "account" VALUES(5,'linkedin','name','gil hart','kdbmdh94');
INSERT INTO "account" VALUES(6,'linkedin','name','ana ruiz','xkx59bp8');
INSERT INTO "account" VALUES(7,'linkedin','name','eve hale','32kj7csx');
INSERT INTO "account" VALUES(8,'linkedin','name','bo lind','bvns4mdk');
INSERT INTO "account" VALUES(9,'email','email','ana@example.org','2vxp3z22');
INSERT INTO "account" VALUES(10,'phone','phone','+15550101','65zcx9zs');
INSERT INTO "account" VALUES(11,'log','name','ana ruiz','df72fz2r');
INSERT INTO "account" VALUES(12,'log','name','fay ingle','zkv25f7y');
CREATE TABLE channel (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  medium TEXT NOT NULL CHECK (medium IN ('public', 'text', 'voice', 'in_person'))
) STRICT;
INSERT INTO "channel" VALUES(1,'linkedin','text');
INSERT INTO "channel" VALUES(2,'dm','text');
INSERT INTO "channel" VALUES(3,'reply','public');
INSERT INTO "channel" VALUES(4,'mention','public');
CREATE TABLE decision (
  id         INTEGER PRIMARY KEY,
  import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('same', 'different')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  other_id   INTEGER NOT NULL REFERENCES account (id),
  UNIQUE (import_id, kind, account_id, other_id)
) STRICT;
INSERT INTO "decision" VALUES(1,1,'different',4,1);
CREATE TABLE entry (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  written    TEXT NOT NULL,      -- the person as they were written
  at         INTEGER,
  day        INTEGER,
  channel    TEXT NOT NULL,
  medium     TEXT NOT NULL CHECK (medium IN ('public', 'text', 'voice', 'in_person')),
  direction  INTEGER NOT NULL CHECK (direction IN (0, 1, 2)),  -- 2 both
  purpose    TEXT NOT NULL,
  note       TEXT NOT NULL,
  size       INTEGER NOT NULL,
  ref        TEXT NOT NULL,      -- the id that the log itself gives
  logged     INTEGER NOT NULL CHECK (logged IN (0, 1)),  -- 1 the user's log, 0 an export
  occurrence INTEGER NOT NULL,   -- 0, 1, ... for entries that are alike in one log
  position   INTEGER NOT NULL,   -- rises among the entries of one person and day
  short_id   TEXT NOT NULL,      -- what a person can type; follows from all others but `position`
  CHECK ((at IS NULL) <> (day IS NULL))
) STRICT;
INSERT INTO "entry" VALUES(1,6,'Ana Ruiz',NULL,738008,'linkedin','text',0,'got','',1,'',0,0,0,'2t44y8xh');
INSERT INTO "entry" VALUES(2,11,'Ana Ruiz',NULL,738000,'coffee','in_person',2,'','',1,'',1,0,0,'tjnjnzz6');
INSERT INTO "entry" VALUES(3,11,'Ana Ruiz',NULL,738000,'coffee','in_person',2,'','',1,'',1,1,1,'st55vhrm');
INSERT INTO "entry" VALUES(4,12,'Fay Ingle',NULL,738004,'coffee','in_person',2,'','',1,'',1,0,0,'qhvp4c3h');
CREATE TABLE hidden (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  since       INTEGER NOT NULL,  -- day
  entries     INTEGER NOT NULL,  -- how many of that day
  PRIMARY KEY (snapshot_id, since)
) STRICT, WITHOUT ROWID;
INSERT INTO "hidden" VALUES(1,738004,1);
CREATE TABLE import (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice
  imported_at INTEGER NOT NULL,
  command     TEXT NOT NULL CHECK (command IN (
    'import', 'log', 'edit', 'remove', 'match', 'tag', 'ignore', 'unignore', 'snooze',
    'cadence'))
) STRICT;
INSERT INTO "import" VALUES(1,1790000000,'import');
CREATE TABLE link (
  account_id INTEGER PRIMARY KEY REFERENCES account (id),
  person_id  INTEGER NOT NULL REFERENCES account (id),
  verdict    TEXT NOT NULL CHECK (verdict IN ('same', 'ambiguous', 'alone')),
  reason     TEXT NOT NULL
) STRICT;
INSERT INTO "link" VALUES(1,1,'alone','');
INSERT INTO "link" VALUES(2,2,'alone','');
INSERT INTO "link" VALUES(3,3,'alone','');
INSERT INTO "link" VALUES(4,4,'alone','');
INSERT INTO "link" VALUES(5,5,'alone','');
INSERT INTO "link" VALUES(6,1,'same','the only person of this name');
INSERT INTO "link" VALUES(7,7,'alone','');
INSERT INTO "link" VALUES(8,2,'same','the only person of this name');
INSERT INTO "link" VALUES(9,1,'same','the same e-mail address');
INSERT INTO "link" VALUES(10,10,'alone','');
INSERT INTO "link" VALUES(11,1,'same','the only person of this name');
INSERT INTO "link" VALUES(12,12,'alone','');
CREATE TABLE message (
  account_id   INTEGER NOT NULL REFERENCES account (id),
  at           INTEGER NOT NULL,
  direction    INTEGER NOT NULL CHECK (direction IN (0, 1)),  -- 0 in, 1 out
  conversation INTEGER NOT NULL,  -- hash of the conversation, or of the message's own id on X;
                                  -- 0: an era without either
  size         INTEGER NOT NULL,  -- how many other people
  channel_id   INTEGER NOT NULL REFERENCES channel (id),
  id           INTEGER NOT NULL,
  PRIMARY KEY (account_id, at, direction, conversation, size)
) STRICT, WITHOUT ROWID;
INSERT INTO "message" VALUES(1,1627560000,1,7,1,1,1);
INSERT INTO "message" VALUES(1,1627560060,0,7,1,1,2);
INSERT INTO "message" VALUES(1,1628337600,1,8,2,1,3);
INSERT INTO "message" VALUES(2,1628337600,1,8,2,1,4);
INSERT INTO "message" VALUES(8,1593000000,1,0,1,1,5);
CREATE TABLE message_column (
  name     TEXT PRIMARY KEY,
  of       BLOB NOT NULL,
  type     TEXT NOT NULL CHECK (type IN ('|u1', '<u2', '<u4', '<i8')),
  checksum INTEGER NOT NULL,     -- CRC-32 of type and content
  content  BLOB NOT NULL
) STRICT;
INSERT INTO "message_column" VALUES('account',X'6FEE2A7E3E13A5C95CBFE92583CBF237','|u1',1465433696,X'0101010208');
INSERT INTO "message_column" VALUES('at',X'6FEE2A7E3E13A5C95CBFE92583CBF237','<u4',1551155535,X'409802617C980261C0750E61C0750E614040F35E');
INSERT INTO "message_column" VALUES('direction',X'6FEE2A7E3E13A5C95CBFE92583CBF237','|u1',3172282978,X'0100010101');
INSERT INTO "message_column" VALUES('conversation',X'6FEE2A7E3E13A5C95CBFE92583CBF237','|u1',110513963,X'0707080800');
INSERT INTO "message_column" VALUES('size',X'6FEE2A7E3E13A5C95CBFE92583CBF237','|u1',750958749,X'0101020201');
INSERT INTO "message_column" VALUES('channel',X'6FEE2A7E3E13A5C95CBFE92583CBF237','|u1',94983431,X'0101010101');
CREATE TABLE note (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  day        INTEGER,            -- the day it was begun; NULL unknown
  text       TEXT NOT NULL,
  stated_on  INTEGER NOT NULL    -- derived: the newest snapshot that says so; 0 unknown
) STRICT;
INSERT INTO "note" VALUES(1,1,738000,'met at the kiln',738100);
CREATE TABLE preference (
  id         INTEGER PRIMARY KEY,
  import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  matter     TEXT NOT NULL CHECK (matter IN ('ignore', 'tag', 'snooze', 'cadence')),
  tag        TEXT NOT NULL,      -- the tag, also one that brings a cadence; else ''
  value      TEXT NOT NULL,      -- 'yes'; the first day after a snooze, as YYYY-MM-DD; a span as
                                 -- 3w, or 'none' whatever the tags bring. '' ends what was said
  account_id INTEGER REFERENCES account (id),  -- NULL: the cadence is of everybody with the tag
  CHECK ((tag <> '') = (matter = 'tag' OR account_id IS NULL)),
  CHECK (matter = 'cadence' OR account_id IS NOT NULL)
) STRICT;
INSERT INTO "preference" VALUES(1,1,'ignore','','',1);
INSERT INTO "preference" VALUES(2,1,'cadence','a','3w',NULL);
CREATE TABLE profile (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,      -- the name as it is compared
  core_key   TEXT NOT NULL,      -- the same without nicknames and credentials
  url        TEXT NOT NULL,
  email      TEXT NOT NULL,
  company    TEXT NOT NULL,
  position   TEXT NOT NULL,
  listed     INTEGER NOT NULL,
  phone      TEXT NOT NULL,
  handle     TEXT NOT NULL,      -- without its @, as it is compared
  about      TEXT NOT NULL,      -- what they say of themselves
  said_on    INTEGER NOT NULL,   -- the day of which the content says so; 0 not told
  stated_on  INTEGER NOT NULL,   -- derived: said_on, else the newest snapshot's; 0 unknown
  UNIQUE (account_id, name, url, email, company, position, listed, phone, handle, about, said_on)
) STRICT;
INSERT INTO "profile" VALUES(1,1,'Ana Ruiz','ana ruiz','ana ruiz','','ana@example.org','Blue Kiln','',1,'','','',0,738100);
INSERT INTO "profile" VALUES(2,2,'Bo Lind, PhD','bo lind, phd','bo lind','','','','',1,'','','',0,738100);
INSERT INTO "profile" VALUES(3,3,'Dee Moss','dee moss','dee moss','','','','',1,'','','',0,738100);
INSERT INTO "profile" VALUES(4,4,'Cy Orr','cy orr','cy orr','','','','',1,'','','',0,738100);
INSERT INTO "profile" VALUES(5,5,'Gil Hart','gil hart','gil hart','','','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(6,6,'Ana Ruiz','ana ruiz','ana ruiz','','','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(7,1,'Ana Ruiz','ana ruiz','ana ruiz','','','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(8,7,'Eve Hale','eve hale','eve hale','','','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(9,8,'Bo Lind','bo lind','bo lind','','','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(10,6,'Ana Ruiz','ana ruiz','ana ruiz','','','Alto','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(11,9,'Ana Ruiz','ana ruiz','ana ruiz','','ana@example.org','','',0,'','','',0,738100);
INSERT INTO "profile" VALUES(12,9,'Ana Ruiz','ana ruiz','ana ruiz','','','','',0,'+15550100','','',0,738100);
INSERT INTO "profile" VALUES(13,10,'Hal Ives','hal ives','hal ives','','','','',0,'+15550101','','',0,738100);
CREATE TABLE secret (
  id  INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE signal (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  direction  INTEGER NOT NULL,
  with_note  INTEGER NOT NULL,
  UNIQUE (account_id, kind, at, direction, with_note)
) STRICT;
INSERT INTO "signal" VALUES(1,1,'invitation',1627473600,1,1);
INSERT INTO "signal" VALUES(2,7,'invitation',1627992000,0,0);
INSERT INTO "signal" VALUES(3,8,'endorsement',1628164800,0,0);
CREATE TABLE snapshot (
  id          INTEGER PRIMARY KEY,
  import_id   INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  source      TEXT NOT NULL,     -- linkedin, x, log
  name        TEXT NOT NULL,     -- the file, folder or archive, without the folders above it
  exported_on INTEGER,           -- day; NULL where nothing tells
  lists       TEXT NOT NULL,     -- kinds of tie of which it holds the whole list, with commas
  owner_slug  TEXT NOT NULL,     -- whose export: the end of a LinkedIn link, an id of X, or ''
  owner_name  TEXT NOT NULL,
  owner_keys  TEXT NOT NULL      -- their e-mail addresses, phone numbers and @handles, with spaces
) STRICT;
INSERT INTO "snapshot" VALUES(1,1,'linkedin','export.zip',738100,'connection,following','robin-quist','Robin Quist','robin@example.org +15550109');
INSERT INTO "snapshot" VALUES(2,1,'log','log.csv',NULL,'','','','');
CREATE TABLE snapshot_file (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  format      TEXT NOT NULL,
  rows_read   INTEGER NOT NULL,
  added       INTEGER NOT NULL,
  updated     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  skipped     INTEGER NOT NULL,
  set_aside   TEXT NOT NULL
) STRICT;
INSERT INTO "snapshot_file" VALUES(1,'Connections.csv','linkedin-messages',5,4,0,0,0,'{"departed members": 1}');
INSERT INTO "snapshot_file" VALUES(1,'Member_Follows.csv','linkedin-messages',2,2,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'Invitations.csv','linkedin-messages',2,2,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'Endorsement_Received_Info.csv','linkedin-messages',1,1,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'Recommendations_Received.csv','linkedin-messages',1,1,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'Notes.csv','linkedin-messages',1,1,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'Contacts.csv','linkedin-messages',2,2,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(1,'messages.csv','linkedin-messages',4,4,0,0,0,'{}');
INSERT INTO "snapshot_file" VALUES(2,'log.csv','linkedin-messages',3,3,0,0,0,'{}');
CREATE TABLE stated (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  fact        TEXT NOT NULL CHECK (fact IN ('profile', 'tie', 'message', 'entry', 'signal', 'note')),
  first_id    INTEGER NOT NULL,
  bits        BLOB NOT NULL,
  PRIMARY KEY (snapshot_id, fact)
) STRICT, WITHOUT ROWID;
INSERT INTO "stated" VALUES(1,'entry',1,X'789C63040000020002');
INSERT INTO "stated" VALUES(1,'message',1,X'789C93070000200020');
INSERT INTO "stated" VALUES(1,'note',1,X'789C63040000020002');
INSERT INTO "stated" VALUES(1,'profile',1,X'789CFB2F0F00021F011F');
INSERT INTO "stated" VALUES(1,'signal',1,X'789C63070000080008');
INSERT INTO "stated" VALUES(1,'tie',1,X'789CB3070000400040');
INSERT INTO "stated" VALUES(2,'entry',2,X'789C63070000080008');
CREATE TABLE tie (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL,
  since      INTEGER,            -- day; NULL unknown
  first_on   INTEGER,
  last_on    INTEGER,
  until      INTEGER             -- NULL: still on the list
) STRICT;
INSERT INTO "tie" VALUES(1,1,'connection',738000,738100,738100,NULL);
INSERT INTO "tie" VALUES(2,2,'connection',738001,738100,738100,NULL);
INSERT INTO "tie" VALUES(3,3,'connection',738002,738100,738100,NULL);
INSERT INTO "tie" VALUES(4,4,'connection',738003,738100,738100,NULL);
INSERT INTO "tie" VALUES(5,5,'following',738006,738100,738100,NULL);
INSERT INTO "tie" VALUES(6,6,'following',738000,738100,738100,NULL);
CREATE TABLE tombstone (
  secret_id INTEGER NOT NULL REFERENCES secret (id),
  digest    BLOB NOT NULL,
  PRIMARY KEY (secret_id, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE withdrawn (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  entry     TEXT NOT NULL,       -- the short_id of an entry
  PRIMARY KEY (import_id, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_import ON snapshot (import_id);
CREATE INDEX snapshot_file_snapshot ON snapshot_file (snapshot_id);
CREATE INDEX profile_name ON profile (name_key);
CREATE INDEX profile_core_name ON profile (core_key);
CREATE INDEX profile_company ON profile (company) WHERE company <> '';
CREATE INDEX profile_position ON profile (position) WHERE position <> '';
CREATE INDEX profile_handle ON profile (handle) WHERE handle <> '';
CREATE INDEX tie_shunned ON tie (account_id) WHERE kind IN ('blocked', 'muted') AND until IS NULL;
CREATE UNIQUE INDEX tie_fact ON tie (account_id, kind, coalesce(since, 0));
CREATE UNIQUE INDEX entry_fact ON entry (
  account_id, coalesce(at, day), at IS NULL, written, channel, medium, direction, purpose, note,
  size, ref, logged, occurrence, position
);
CREATE INDEX entry_short_id ON entry (short_id);
CREATE INDEX withdrawn_entry ON withdrawn (entry);
CREATE UNIQUE INDEX note_fact ON note (account_id, coalesce(day, 0), text);
CREATE INDEX link_person ON link (person_id);
CREATE UNIQUE INDEX preference_said ON preference (
  import_id, matter, tag, coalesce(account_id, 0)
);
CREATE INDEX preference_account ON preference (account_id);
CREATE VIEW current_entry AS
  SELECT * FROM entry WHERE short_id NOT IN (SELECT entry FROM withdrawn);
CREATE VIEW shunned AS
  SELECT DISTINCT o.id AS account_id FROM tie t JOIN link l ON l.account_id = t.account_id
  JOIN link p ON p.person_id = l.person_id JOIN account o ON o.id = p.account_id
  WHERE t.kind IN ('blocked', 'muted') AND t.until IS NULL
    AND (o.id = t.account_id OR o.platform = 'x' AND o.kind = 'handle');
CREATE VIEW people AS
  SELECT a.short_id AS id,
         coalesce((SELECT p.name FROM profile p JOIN link l ON l.account_id = p.account_id
                   JOIN account o ON o.id = p.account_id
                   WHERE l.person_id = a.id AND p.name <> ''
                   ORDER BY o.platform = 'x', p.listed DESC, p.stated_on DESC, p.name LIMIT 1),
                  (SELECT e.written FROM entry e JOIN link l ON l.account_id = e.account_id
                   WHERE l.person_id = a.id ORDER BY e.written LIMIT 1),
                  (SELECT '@' || p.handle FROM profile p JOIN link l ON l.account_id = p.account_id
                   WHERE l.person_id = a.id AND p.handle <> ''
                   ORDER BY p.stated_on DESC, p.handle LIMIT 1),
                  CASE a.platform || a.kind WHEN 'xid' THEN 'x.com/i/user/' || a.key
                   WHEN 'xhandle' THEN '@' || a.key WHEN 'linkedinurl' THEN 'linkedin.com/in/' || a.key
                   ELSE a.key END) AS name,
         (SELECT count(*) FROM link l WHERE l.person_id = a.id) AS accounts
  FROM account a WHERE a.id IN (SELECT person_id FROM link WHERE verdict <> 'ambiguous');
CREATE VIEW connections AS
  SELECT p.id, p.name, t.kind, date(t.since - 719163 + 2440587.5) AS since,
         date(t.until - 719163 + 2440587.5) AS until
  FROM tie t JOIN link l ON l.account_id = t.account_id
  JOIN account a ON a.id = l.person_id JOIN people p ON p.id = a.short_id;
CREATE VIEW interactions AS
  SELECT a.short_id AS id, datetime(m.at, 'unixepoch') AS at_utc, NULL AS day, c.name AS channel,
         c.medium, CASE m.direction WHEN 0 THEN 'in' ELSE 'out' END AS direction,
         m.size AS others, '' AS purpose, '' AS note
  FROM message m JOIN channel c ON c.id = m.channel_id
  JOIN link l ON l.account_id = m.account_id JOIN account a ON a.id = l.person_id
  UNION ALL
  SELECT a.short_id, datetime(e.at, 'unixepoch'), date(e.day - 719163 + 2440587.5), e.channel,
         e.medium, CASE e.direction WHEN 0 THEN 'in' WHEN 1 THEN 'out' ELSE 'both' END,
         e.size, e.purpose, e.note
  FROM current_entry e JOIN link l ON l.account_id = e.account_id
  JOIN account a ON a.id = l.person_id;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('import',1);
COMMIT;
