-- Requests that were decided, by the key that their senders gave them, so that none is decided again when it is sent
-- again (the header Idempotency-Key).
CREATE TABLE request (
    -- SHA-256 of the key.
    key_hash BLOB NOT NULL PRIMARY KEY,
    -- What was asked, as HMAC-SHA-256 under the key: who has no key can't try out what a body held.
    fingerprint BLOB NOT NULL,
    account_id BLOB NOT NULL REFERENCES account (id),
    -- The hash of the token by which it was asked; its session may have ended with the decision.
    asked_by BLOB NOT NULL,
    -- The hash of the token of the session that was opened with it.
    opened BLOB,
    decided_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX request_asker ON request (asked_by);
CREATE INDEX request_age ON request (decided_at);
