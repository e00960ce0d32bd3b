-- What a merchant is, owns, is asked, decides and hears back.

-- Who takes part.
CREATE TABLE merchants (
    merchant_id uuid PRIMARY KEY,
    slug        text NOT NULL UNIQUE,
    enrolled_at timestamptz NOT NULL
);

CREATE TABLE users (
    user_id       uuid PRIMARY KEY,
    merchant_id   uuid NOT NULL REFERENCES merchants,
    email         text NOT NULL UNIQUE CHECK (email = lower(email)),
    password_hash text NOT NULL,
    language      text NOT NULL CHECK (language IN ('fr', 'en')),
    created_at    timestamptz NOT NULL
);

-- A session is its row: signing out, or a new password, deletes it.
CREATE TABLE sessions (
    session_digest bytea PRIMARY KEY CHECK (octet_length(session_digest) = 32),
    user_id        uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    begun_at       timestamptz NOT NULL,
    seen_at        timestamptz NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);

-- Whom a failure counts against (an e-mail, a network) is kept as a digest only.
CREATE TABLE sign_in_failures (
    failure_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    against_digest bytea NOT NULL,
    failed_at      timestamptz NOT NULL
);
CREATE INDEX sign_in_failures_recent ON sign_in_failures (against_digest, failed_at);
CREATE INDEX sign_in_failures_old ON sign_in_failures (failed_at);

CREATE TABLE api_keys (
    key_id        text PRIMARY KEY,
    merchant_id   uuid NOT NULL REFERENCES merchants,
    name          text NOT NULL,
    secret_digest bytea NOT NULL CHECK (octet_length(secret_digest) = 32),
    created_at    timestamptz NOT NULL,
    revoked_at    timestamptz
);

-- What they set up. Whole snapshots; the version counts what was announced.
CREATE TABLE centres (
    merchant_id   uuid PRIMARY KEY REFERENCES merchants,
    version       bigint NOT NULL CHECK (version >= 1),
    settings      jsonb NOT NULL,
    configured_at timestamptz NOT NULL
);

-- The account itself is in the box, which we cannot open. The fingerprint (argon2id) tells whether
-- an account put again is the same one.
CREATE TABLE carrier_accounts (
    merchant_id uuid PRIMARY KEY REFERENCES merchants,
    version     bigint NOT NULL CHECK (version >= 1),
    carrier     text NOT NULL CHECK (carrier = 'canada_post'),
    sealed      text NOT NULL,
    sealed_to   text NOT NULL,
    fingerprint text NOT NULL,
    sealed_at   timestamptz NOT NULL
);

CREATE TABLE shipments (
    shipment_id     uuid PRIMARY KEY,
    merchant_id     uuid NOT NULL REFERENCES merchants,
    version         bigint NOT NULL CHECK (version >= 1),
    tracking_number text NOT NULL,
    content         jsonb NOT NULL,
    recorded_at     timestamptz NOT NULL,
    UNIQUE (merchant_id, tracking_number)
);

-- What customers ask for: staged from portal.returns. No foreign keys to what we hold, for a topic
-- may be read before or long after it.
CREATE TABLE returns (
    return_id       uuid PRIMARY KEY,
    merchant_id     uuid NOT NULL,
    number          text NOT NULL,
    shipment_id     uuid NOT NULL,
    tracking_number text NOT NULL,
    reasons         jsonb NOT NULL,
    comment         text,
    method          text NOT NULL CHECK (method IN ('qr_code', 'printed_label')),
    language        text NOT NULL CHECK (language IN ('fr', 'en')),
    customer_name   text NOT NULL,
    customer_email  text NOT NULL,
    reply           jsonb NOT NULL,
    requested_at    timestamptz NOT NULL,
    UNIQUE (merchant_id, return_id),
    UNIQUE (merchant_id, number)
);

-- What the merchant decides: once. The primary key is the rule.
CREATE TABLE decisions (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    verdict     text NOT NULL CHECK (verdict IN ('approved', 'declined')),
    message     text CHECK ((verdict = 'declined') = (message IS NOT NULL)),
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key', 'rule')),
    actor_id    text,
    actor_name  text NOT NULL,
    decided_at  timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);

CREATE TABLE estimates (
    estimate_id             uuid PRIMARY KEY,
    merchant_id             uuid NOT NULL,
    return_id               uuid NOT NULL,
    service_code            text NOT NULL,
    origin_postal_code      text NOT NULL,
    destination_postal_code text NOT NULL,
    parcel                  jsonb NOT NULL,
    requested_at            timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);
CREATE INDEX estimates_of_return ON estimates (return_id, requested_at);

-- Who did what, in the transaction in which it was done. Rows are added, never changed.
CREATE TABLE audit (
    audit_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants,
    act         text NOT NULL,
    subject     text NOT NULL,
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key', 'rule', 'operator')),
    actor_id    text,
    acted_at    timestamptz NOT NULL
);
CREATE INDEX audit_of_subject ON audit (merchant_id, subject);

-- What is heard back: staged from labeler.labels and notifier.messages, in any order.
CREATE TABLE estimate_answers (
    estimate_id uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    return_id   uuid NOT NULL,
    price       jsonb,
    failure     jsonb,
    answered_at timestamptz NOT NULL,
    CHECK (num_nonnulls(price, failure) = 1)
);

CREATE TABLE labels (
    return_id    uuid PRIMARY KEY,
    merchant_id  uuid NOT NULL,
    tracking_pin text NOT NULL,
    qr_opens     text NOT NULL CHECK (qr_opens IN ('label', 'counter')),
    use_by_on    date,
    created_at   timestamptz NOT NULL
);

CREATE TABLE label_failures (
    return_id   uuid NOT NULL,
    event_id    uuid NOT NULL,
    merchant_id uuid NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('refused', 'unknown')),
    codes       text [] NOT NULL,
    message     text NOT NULL,
    failed_at   timestamptz NOT NULL,
    PRIMARY KEY (return_id, event_id)
);

CREATE TABLE moves (
    return_id    uuid NOT NULL,
    event_id     uuid NOT NULL,
    merchant_id  uuid NOT NULL,
    stage        text NOT NULL,
    carrier_code text NOT NULL,
    description  text NOT NULL,
    place        text,
    happened_at  timestamptz NOT NULL,
    PRIMARY KEY (return_id, event_id)
);

CREATE TABLE messages (
    message_id  uuid NOT NULL,
    event_id    uuid NOT NULL,
    return_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    template    text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('sent', 'refused', 'unknown')),
    reason      text,
    settled_at  timestamptz NOT NULL,
    PRIMARY KEY (message_id, event_id)
);
CREATE INDEX messages_of_return ON messages (return_id);

-- Where each return stands: the one place that says so, computed from the rows above.
CREATE VIEW return_states AS
SELECT
    r.merchant_id,
    r.return_id,
    r.number,
    CASE
        WHEN d.verdict IS NULL THEN 'requested'
        WHEN d.verdict = 'declined' THEN 'declined'
        WHEN m.stage = 'delivered' THEN 'delivered'
        WHEN m.stage <> 'info' THEN 'in_transit'
        WHEN l.return_id IS NULL AND f.outcome IS NOT NULL THEN 'failed'
        ELSE 'approved'
    END AS state,
    CASE
        WHEN d.verdict IS NULL THEN r.requested_at
        WHEN d.verdict = 'declined' THEN d.decided_at
        WHEN m.stage <> 'info' THEN m.happened_at
        WHEN l.return_id IS NULL THEN coalesce(f.failed_at, d.decided_at)
        ELSE l.created_at
    END AS since_at,
    l.return_id IS NOT NULL AS is_labelled,
    f.outcome AS label_failure,
    m.stage
FROM returns AS r
LEFT JOIN decisions AS d
    ON r.return_id = d.return_id AND r.merchant_id = d.merchant_id
LEFT JOIN labels AS l
    ON r.return_id = l.return_id AND r.merchant_id = l.merchant_id
LEFT JOIN LATERAL (
    SELECT
        lf.outcome,
        lf.failed_at
    FROM label_failures AS lf
    WHERE lf.return_id = r.return_id AND lf.merchant_id = r.merchant_id
    ORDER BY lf.failed_at DESC
    LIMIT 1
) AS f ON TRUE
LEFT JOIN LATERAL (
    SELECT
        mv.stage,
        mv.happened_at
    FROM moves AS mv
    WHERE mv.return_id = r.return_id AND mv.merchant_id = r.merchant_id
    ORDER BY
        mv.happened_at DESC,
        array_position(
            ARRAY[
                'info', 'accepted', 'in_transit', 'out_for_delivery',
                'exception', 'returning', 'delivered'
            ],
            mv.stage
        ) DESC
    LIMIT 1
) AS m ON TRUE;
