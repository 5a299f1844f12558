-- The projection: what was worked out from vault and ledger. Nothing here is primary.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- In the order in which each was first acquired. `name` and `origin` are those of the first acquisition.
CREATE TABLE exhibit (
    ordinal INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    label TEXT NOT NULL,
    depth INTEGER NOT NULL, -- how many archives it lies in
    role TEXT -- what it is or was used as, where it is no evidence: never read as a document
);

-- `seq` is that of the ledger's line.
CREATE TABLE acquisition (
    seq INTEGER PRIMARY KEY,
    exhibit INTEGER NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
);
CREATE INDEX acquisition_of ON acquisition (exhibit);

-- What reading an exhibit came to. `position` counts documents from 0, once works are joined.
CREATE TABLE reading (
    exhibit INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('document', 'archive', 'unread')),
    body TEXT NOT NULL,
    analysis TEXT NOT NULL,
    notes INTEGER NOT NULL,
    markers INTEGER NOT NULL,
    citations INTEGER NOT NULL,
    hash TEXT NOT NULL
);

-- What the items of one document mean, by their index in its analysis: ids of works, incidents, parties.
CREATE TABLE cited (
    exhibit INTEGER NOT NULL,
    citation INTEGER NOT NULL,
    work TEXT NOT NULL,
    PRIMARY KEY (exhibit, citation)
) WITHOUT ROWID;
CREATE TABLE claimed (
    exhibit INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    incident TEXT NOT NULL,
    PRIMARY KEY (exhibit, claim)
) WITHOUT ROWID;
CREATE TABLE named (
    exhibit INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    party TEXT NOT NULL,
    PRIMARY KEY (exhibit, entity)
) WITHOUT ROWID;
CREATE TABLE judged (
    exhibit INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
    PRIMARY KEY (exhibit, claim)
) WITHOUT ROWID;

-- What follows from all documents together. `body`: as the program knows it, documents by their place among those with a
-- reading text, works and parties by `ordinal`. `row`: as it is exported.
CREATE TABLE work (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE party (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE incident (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE suggestion (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE contradiction (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE edge (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL);
-- Which work a document is, where one cites it: `ordinal` of the work.
CREATE TABLE same_as_work (exhibit INTEGER PRIMARY KEY, work INTEGER NOT NULL);
-- What became of people's decisions, by the line of the ledger.
CREATE TABLE decision (seq INTEGER PRIMARY KEY, state TEXT NOT NULL, by INTEGER);
CREATE TABLE diagnostic (ordinal INTEGER PRIMARY KEY, body TEXT NOT NULL, row TEXT NOT NULL, anchor TEXT);

-- Searched; `start` in characters.
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    exhibit INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    pages TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX block_of ON block (exhibit);
CREATE VIRTUAL TABLE passage USING fts5(
    text, content = 'block', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER block_in AFTER INSERT ON block BEGIN
    INSERT INTO passage (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER block_out AFTER DELETE ON block BEGIN
    INSERT INTO passage (passage, rowid, text) VALUES ('delete', old.id, old.text);
END;
