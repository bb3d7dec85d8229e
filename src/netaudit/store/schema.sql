-- The store of netaudit: one SQLite file.
--
-- An import only adds facts, and says which it stated; taking it back deletes those that nobody
-- else stated. Links, `stated_on` and the days of a tie are derived and can be made anew.
-- No text of a message, no subject and no text of an invitation is ever stored.
-- Days are ordinals: 1 is 0001-01-01, 719163 is 1970-01-01. Instants are UTC epoch seconds.

-- One command that brought something in: `netaudit import ...`, `netaudit log ...`, or what the
-- user said: of who is who (`match`), or of one person.
CREATE TABLE import (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice
  imported_at INTEGER NOT NULL,
  command     TEXT NOT NULL CHECK (command IN (
    'import', 'log', 'edit', 'remove', 'match', 'tag', 'ignore', 'unignore', 'snooze',
    'cadence'))
) STRICT;

-- A source as it was on one day: what one export, or one log file, says.
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
CREATE INDEX snapshot_import ON snapshot (import_id);

-- List entries that hold only the day they began: people who hid or closed their account.
CREATE TABLE hidden (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  since       INTEGER NOT NULL,  -- day
  entries     INTEGER NOT NULL,  -- how many of that day
  PRIMARY KEY (snapshot_id, since)
) STRICT, WITHOUT ROWID;

-- What was read from each file of a snapshot. set_aside is JSON: {kind: rows}.
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
CREATE INDEX snapshot_file_snapshot ON snapshot_file (snapshot_id);

-- Which facts a snapshot stated: a zlib-compressed bitmap, little end first, whose bit i means
-- the fact with id first_id + i.
CREATE TABLE stated (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  fact        TEXT NOT NULL CHECK (fact IN ('profile', 'tie', 'message', 'entry', 'signal', 'note')),
  first_id    INTEGER NOT NULL,
  bits        BLOB NOT NULL,
  PRIMARY KEY (snapshot_id, fact)
) STRICT, WITHOUT ROWID;

-- One handle on a person. A 'name' is a name somebody wrote down; a 'listed' one a list entry
-- that has neither link nor address (its key is name and day). E-mail addresses and phone
-- numbers of address books are accounts of their own.
CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('url', 'id', 'handle', 'email', 'phone', 'listed', 'name')),
  key      TEXT NOT NULL,
  short_id TEXT NOT NULL UNIQUE,  -- what a person can type; follows from the three above
  UNIQUE (platform, kind, key)
) STRICT;

-- What sources say of an account. `listed`: the list itself said so, not a passing mention.
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
CREATE INDEX profile_name ON profile (name_key);
CREATE INDEX profile_core_name ON profile (core_key);
CREATE INDEX profile_company ON profile (company) WHERE company <> '';
CREATE INDEX profile_position ON profile (position) WHERE position <> '';
CREATE INDEX profile_handle ON profile (handle) WHERE handle <> '';

-- A list entry. The last three are derived: the days of the first and the last snapshot that
-- has it (NULL: of no known day), and the day of the first whole list without it.
CREATE TABLE tie (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL,
  since      INTEGER,            -- day; NULL unknown
  first_on   INTEGER,
  last_on    INTEGER,
  until      INTEGER             -- NULL: still on the list
) STRICT;
CREATE INDEX tie_shunned ON tie (account_id) WHERE kind IN ('blocked', 'muted') AND until IS NULL;
CREATE UNIQUE INDEX tie_fact ON tie (account_id, kind, coalesce(since, 0));

-- Where and how people talk.
CREATE TABLE channel (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  medium TEXT NOT NULL CHECK (medium IN ('public', 'text', 'voice', 'in_person'))
) STRICT;
INSERT INTO channel (id, name, medium) VALUES
  (1, 'linkedin', 'text'), (2, 'dm', 'text'), (3, 'reply', 'public'), (4, 'mention', 'public');

-- Interactions of exports. Equal keys are one interaction, from however many exports; where
-- exports count its people differently, the largest number is right.
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

-- Derived: the columns of `message` in the order of its key, each as numbers of a NumPy type, for
-- whoever reads them all. `of` is a digest of what snapshots stated when they were made: with
-- another digest they are out of date. What is large stands last, where nobody has to pass it by.
CREATE TABLE message_column (
  name     TEXT PRIMARY KEY,
  of       BLOB NOT NULL,
  type     TEXT NOT NULL CHECK (type IN ('|u1', '<u2', '<u4', '<i8')),
  checksum INTEGER NOT NULL,     -- CRC-32 of type and content
  content  BLOB NOT NULL
) STRICT;

-- Interactions that were written down. Either `at` or `day` is known.
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
CREATE UNIQUE INDEX entry_fact ON entry (
  account_id, coalesce(at, day), at IS NULL, written, channel, medium, direction, purpose, note,
  size, ref, logged, occurrence, position
);

CREATE INDEX entry_short_id ON entry (short_id);

-- Entries that the user removed, or wrote anew: they count no more, whatever states them, until
-- that is taken back.
CREATE TABLE withdrawn (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  entry     TEXT NOT NULL,       -- the short_id of an entry
  PRIMARY KEY (import_id, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawn_entry ON withdrawn (entry);

CREATE VIEW current_entry AS
  SELECT * FROM entry WHERE short_id NOT IN (SELECT entry FROM withdrawn);

-- What the user noted about somebody.
CREATE TABLE note (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  day        INTEGER,            -- the day it was begun; NULL unknown
  text       TEXT NOT NULL,
  stated_on  INTEGER NOT NULL    -- derived: the newest snapshot that says so; 0 unknown
) STRICT;
CREATE UNIQUE INDEX note_fact ON note (account_id, coalesce(day, 0), text);

-- Dated traces that are no exchange: invitations, endorsements, retweets, likes.
CREATE TABLE signal (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  direction  INTEGER NOT NULL,
  with_note  INTEGER NOT NULL,
  UNIQUE (account_id, kind, at, direction, with_note)
) STRICT;

-- Derived: the person each account belongs to, named by that person's leading account.
CREATE TABLE link (
  account_id INTEGER PRIMARY KEY REFERENCES account (id),
  person_id  INTEGER NOT NULL REFERENCES account (id),
  verdict    TEXT NOT NULL CHECK (verdict IN ('same', 'ambiguous', 'alone')),
  reason     TEXT NOT NULL
) STRICT;
CREATE INDEX link_person ON link (person_id);

-- Who is who, as only the user knows; attached to accounts, so that it outlives every import. Of
-- several about the same two, the last one holds.
CREATE TABLE decision (
  id         INTEGER PRIMARY KEY,
  import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('same', 'different')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  other_id   INTEGER NOT NULL REFERENCES account (id),
  UNIQUE (import_id, kind, account_id, other_id)
) STRICT;

-- What the user prefers of a person: to ignore them, tags, to leave them alone for a while, how
-- often to be in touch. Attached to accounts as well. Of several about the same matter of one
-- person, by whichever of their accounts, the last one holds.
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
CREATE UNIQUE INDEX preference_said ON preference (
  import_id, matter, tag, coalesce(account_id, 0)
);
CREATE INDEX preference_account ON preference (account_id);

-- Whom the user had forgotten, so that no import brings them back: of each of their accounts the
-- HMAC-SHA256 by a key that is drawn at random. Whoever has this file can tell of a name whether it
-- is among them, and of no digest which name it is.
CREATE TABLE secret (
  id  INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE
) STRICT;
-- One account of somebody forgotten.
CREATE TABLE tombstone (
  secret_id INTEGER NOT NULL REFERENCES secret (id),
  digest    BLOB NOT NULL,
  PRIMARY KEY (secret_id, digest)
) STRICT, WITHOUT ROWID;

-- Accounts of X that the owner blocked or muted, by the newest list, also where they stand by
-- their handle: what is on record with them does not count.
CREATE VIEW shunned AS
  SELECT DISTINCT o.id AS account_id FROM tie t JOIN link l ON l.account_id = t.account_id
  JOIN link p ON p.person_id = l.person_id JOIN account o ON o.id = p.account_id
  WHERE t.kind IN ('blocked', 'muted') AND t.until IS NULL
    AND (o.id = t.account_id OR o.platform = 'x' AND o.kind = 'handle');

-- For people who browse: names and dates in place of numbers. A name on X is what somebody likes
-- to be called, and gives way to any other.
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
