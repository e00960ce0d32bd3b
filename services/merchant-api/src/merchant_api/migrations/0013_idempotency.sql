-- Answers to requests that carried an Idempotency-Key, sealed with what only the caller knows.

CREATE TABLE idempotent_requests (
    merchant_id    uuid NOT NULL REFERENCES merchants,
    key_digest     bytea NOT NULL CHECK (octet_length(key_digest) = 32),
    request_digest bytea NOT NULL CHECK (octet_length(request_digest) = 32),
    claimed_at     timestamptz NOT NULL,
    sealed_answer  bytea,
    PRIMARY KEY (merchant_id, key_digest)
);
CREATE INDEX idempotent_requests_old ON idempotent_requests (claimed_at);
