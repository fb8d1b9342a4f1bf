-- One row an account: a decision changes it whole or not at all.
CREATE TABLE account (
    id BLOB NOT NULL PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    -- The state machine's state as core serialises it.
    state TEXT NOT NULL,
    -- When the clocks next have something to do, in microseconds since 1970.
    due_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX account_due ON account (due_at) WHERE due_at IS NOT NULL;

-- A hidden number never enters this table.
CREATE TABLE directory_entry (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES account (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    mobile TEXT,
    -- The case-folded name and address, searched as text.
    sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_entry_order ON directory_entry (sort_key, account_id);

CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (id),
    -- What it was opened with: a temporary password leads only to activation.
    credential TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account_id);

CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (id),
    topic TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (account_id) WHERE delivered_at IS NULL;

-- What was decided, without its secrets.
CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (id),
    at INTEGER NOT NULL,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX audit_account ON audit (account_id, id);

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
