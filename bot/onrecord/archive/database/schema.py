"""The tables, as numbered migrations; `PRAGMA user_version` records in the same transaction which were applied."""

from __future__ import annotations

APPLICATION = 0x6F6E7263
"""`PRAGMA application_id` of every archive: "onrc"."""
PASSAGES = 1 << 20
"""An entry of the passage index is a story's number times this, plus the passage's."""

_FIRST = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    location TEXT NOT NULL,
    digest TEXT NOT NULL,
    reader TEXT NOT NULL,   -- the version of the code that read it
    reason TEXT,            -- why it was skipped
    story TEXT,             -- else the story it tells
    size INTEGER NOT NULL,  -- characters of that story: of several tellings the fullest is shown
    UNIQUE (source, location)
) STRICT;
CREATE INDEX documents_by_story ON documents (story, size) WHERE story IS NOT NULL;

CREATE TABLE tellings (document INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;

CREATE TABLE stories (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL,
    head TEXT NOT NULL,
    published TEXT NOT NULL,
    link TEXT,
    title TEXT NOT NULL,    -- its terms, for titles that begin as typed
    event INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX stories_by_title ON stories (title);
CREATE INDEX stories_by_link ON stories (link) WHERE link IS NOT NULL;
CREATE INDEX stories_by_event ON stories (event, published, n);

CREATE TABLE events (id INTEGER PRIMARY KEY, newest TEXT NOT NULL, told INTEGER NOT NULL) STRICT;
CREATE INDEX events_by_date ON events (newest, id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, told INTEGER NOT NULL
) STRICT;
CREATE TABLE names (
    person INTEGER NOT NULL,
    name TEXT NOT NULL,
    alias INTEGER NOT NULL,
    told INTEGER NOT NULL,
    PRIMARY KEY (person, name, alias)
) STRICT, WITHOUT ROWID;
CREATE TABLE appearances (
    story INTEGER NOT NULL,
    person INTEGER NOT NULL,
    published TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (story, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_by_person ON appearances (person, published, story);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    story INTEGER NOT NULL,
    person INTEGER,
    published TEXT NOT NULL,
    section TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX quotes_by_story ON quotes (story);
CREATE INDEX quotes_by_person ON quotes (person, published, story, id);

CREATE TABLE totals (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    -- how many things of each kind hold it
    title INTEGER NOT NULL DEFAULT 0,
    about INTEGER NOT NULL DEFAULT 0,
    name INTEGER NOT NULL DEFAULT 0,
    quote INTEGER NOT NULL DEFAULT 0,
    passage INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE term_keys (key INTEGER NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (key, term)) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE lookup_title USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE lookup_about USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE lookup_name USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE lookup_quote USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE lookup_passage USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
"""

_VALIDATORS = """
CREATE TABLE validators (
    source TEXT NOT NULL,
    link TEXT NOT NULL,     -- of a page, or of the feed itself
    reader TEXT NOT NULL,   -- the version of the code that read what they stand for
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (source, link)
) STRICT, WITHOUT ROWID;
"""

_TRACES = """
ALTER TABLE documents ADD COLUMN own TEXT;                            -- the id that it gives its story by itself
ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;  -- how many texts it has had
UPDATE documents SET own = story WHERE story IS NOT NULL;
CREATE INDEX documents_by_own ON documents (own) WHERE own IS NOT NULL;

CREATE TABLE traits (story INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE traces (trace INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (trace, story)) STRICT, WITHOUT ROWID;
"""

_DESKS = """
CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    about TEXT NOT NULL,
    removal INTEGER
) STRICT;

CREATE TABLE kept_sources (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    link TEXT,
    name TEXT,
    most INTEGER,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    raw BLOB,               -- a file that was uploaded, to be read again by a later reader
    removal INTEGER
) STRICT;
CREATE TABLE attempts (
    key TEXT PRIMARY KEY, at TEXT NOT NULL, success TEXT, trouble TEXT, failures INTEGER NOT NULL, next_run TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE removals (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    stories INTEGER NOT NULL,
    title TEXT,             -- of a story of the shared coverage, whose words are not here
    undone_by TEXT,
    undone_at TEXT,
    purged_by TEXT,
    purged_at TEXT
) STRICT;
ALTER TABLE documents ADD COLUMN removal INTEGER;   -- what keeps it out
CREATE INDEX documents_by_removal ON documents (removal) WHERE removal IS NOT NULL;
CREATE INDEX documents_skipped ON documents (id) WHERE reason IS NOT NULL;

-- By what a removed story is known again, without its words.
CREATE TABLE removed (id INTEGER PRIMARY KEY, removal INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX removed_by_removal ON removed (removal);
CREATE TABLE removed_keys (
    key INTEGER NOT NULL, removed INTEGER NOT NULL, PRIMARY KEY (key, removed)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_keys_of ON removed_keys (removed);

-- Ids under which a story was known before.
CREATE TABLE aliases (id TEXT PRIMARY KEY, story TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_story ON aliases (story);

-- Stories of this desk that tell a story, or report an event, of the shared coverage.
CREATE TABLE counterparts (
    own INTEGER NOT NULL, shared INTEGER NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (own, shared)
) STRICT, WITHOUT ROWID;
-- Stories of the shared coverage that this desk removed.
CREATE TABLE hidden (
    removal INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (removal, story)
) STRICT, WITHOUT ROWID;
INSERT INTO totals (kind, n) SELECT 'last story', coalesce(max(n), 0) FROM stories;
INSERT INTO totals (kind, n) VALUES ('made', abs(random()));  -- tells this file from one that takes its place
"""

# Postings that are gathered before they are written: each time makes a segment, and each segment is one more to search.
_GATHERED = "".join(
    f"INSERT INTO lookup_{kind} (lookup_{kind}, rank) VALUES ('hashsize', {1 << 24});\n"
    for kind in ("title", "about", "name", "quote", "passage")
)

_ADDITIONS = """
ALTER TABLE kept_sources ADD COLUMN entry INTEGER;  -- of the log, that it was added with
UPDATE kept_sources SET entry = (SELECT max(l.id) FROM log l WHERE l.action = 'add' AND l.at = added_at);
"""

_MARKS = """
-- Runs of words, by which the same text is sought, apart from names and figures, by which the same event is: these with
-- the day, for only what was published about that day can report it.
CREATE TABLE prints (print INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (print, story)) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO prints SELECT e.value, t.story FROM traits t, json_each(t.body -> 0) e ORDER BY 1, 2;
CREATE TABLE marks (
    mark INTEGER NOT NULL,
    day INTEGER NOT NULL,   -- 0: unknown; 1 January of the year 1 is 1
    story INTEGER NOT NULL,
    PRIMARY KEY (mark, day, story)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO marks
    SELECT e.value, CAST(coalesce(julianday(substr(s.published, 1, 10)) - 1721424.5, 0) AS INTEGER), s.n
    FROM stories s JOIN traits t ON t.story = s.n,
        json_each(json_array(t.body -> 1, t.body -> 2)) k, json_each(k.value) e
    ORDER BY 1, 2, 3;
DROP TABLE traces;
"""

_DAYS = """
-- Beside what else is compared: to read the stories as well, anywhere in a large file, takes several times longer.
ALTER TABLE traits ADD COLUMN day INTEGER NOT NULL DEFAULT 0;   -- as in marks
UPDATE traits SET day = CAST(coalesce(julianday(substr(s.published, 1, 10)) - 1721424.5, 0) AS INTEGER)
    FROM stories s WHERE s.n = traits.story;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _VALIDATORS, _TRACES, _DESKS, _GATHERED, _ADDITIONS, _MARKS, _DAYS)
VERSION = len(MIGRATIONS)
