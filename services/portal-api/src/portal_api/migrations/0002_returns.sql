-- What customers ask for, and as much of everything around it as their pages need.

-- Staged from merchant.centres: the whole snapshot; the newest version wins.
CREATE TABLE centres (
    merchant_id uuid PRIMARY KEY,
    slug        text NOT NULL UNIQUE,
    version     bigint NOT NULL,
    snapshot    jsonb NOT NULL
);

-- Staged from merchant.shipments: only what proves a customer and fills a page. Street, e-mail and
-- weight stay where they came from. A number may stand twice for a moment, while a correction and
-- the parcel that has it now are on two partitions; the youngest record is the one that counts.
CREATE TABLE shipments (
    shipment_id     uuid PRIMARY KEY,
    merchant_id     uuid NOT NULL,
    version         bigint NOT NULL,
    tracking_number text NOT NULL,
    postal_code     text NOT NULL,
    recipient_name  text NOT NULL,
    city            text NOT NULL,
    province        text NOT NULL,
    delivered_on    date,
    recorded_at     timestamptz NOT NULL
);
CREATE INDEX shipments_by_number ON shipments (merchant_id, tracking_number, recorded_at DESC);

-- What a customer who has shown the postal code is filling in. Lives for a day.
CREATE TABLE drafts (
    secret_digest bytea PRIMARY KEY CHECK (octet_length(secret_digest) = 32),
    merchant_id   uuid NOT NULL,
    shipment_id   uuid NOT NULL,
    language      text NOT NULL CHECK (language IN ('fr', 'en')),
    reasons       text [] NOT NULL DEFAULT '{}',
    comment       text NOT NULL DEFAULT '',
    method        text,
    email         text NOT NULL DEFAULT '',
    created_at    timestamptz NOT NULL
);
CREATE INDEX drafts_by_age ON drafts (created_at);

-- What was asked for, with the words that were on the page. Written once. One per parcel.
CREATE TABLE returns (
    return_id       uuid PRIMARY KEY,
    number          text NOT NULL CONSTRAINT returns_number_key UNIQUE,
    merchant_id     uuid NOT NULL,
    shipment_id     uuid NOT NULL CONSTRAINT returns_shipment_key UNIQUE,
    token_digest    bytea NOT NULL UNIQUE CHECK (octet_length(token_digest) = 32),
    tracking_number text NOT NULL,
    reasons         jsonb NOT NULL,
    comment         text,
    method          text NOT NULL CHECK (method IN ('qr_code', 'printed_label')),
    language        text NOT NULL CHECK (language IN ('fr', 'en')),
    customer_name   text NOT NULL,
    customer_email  text NOT NULL,
    policy          jsonb NOT NULL,
    policy_version  bigint NOT NULL,
    answer_by_on    date NOT NULL,
    requested_at    timestamptz NOT NULL
);

-- Staged from merchant.decisions. They may arrive before anything else is known of the return here.
CREATE TABLE decisions (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('approved', 'declined')),
    message     text,
    decided_at  timestamptz NOT NULL
);

-- Staged from labeler.labels.
CREATE TABLE labels (
    return_id      uuid PRIMARY KEY,
    merchant_id    uuid NOT NULL,
    tracking_pin   text NOT NULL,
    files          jsonb NOT NULL,
    qr_opens       text NOT NULL CHECK (qr_opens IN ('label', 'counter')),
    use_by_on      date,
    return_address jsonb NOT NULL,
    created_at     timestamptz NOT NULL
);
CREATE TABLE label_failures (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    failed_at   timestamptz NOT NULL
);
CREATE TABLE moves (
    return_id   uuid NOT NULL,
    event_id    uuid NOT NULL,
    merchant_id uuid NOT NULL,
    stage       text NOT NULL,
    description text NOT NULL,
    place       text,
    happened_at timestamptz NOT NULL,
    PRIMARY KEY (return_id, event_id)
);

-- Look-ups that have not succeeded, per key and window. The keys are digests of what was tried.
CREATE TABLE lookup_tries (
    scope     text NOT NULL,
    key       bytea NOT NULL,
    window_at timestamptz NOT NULL,
    tries     bigint NOT NULL,
    PRIMARY KEY (scope, key, window_at)
);

-- A job that never ends: it forgets what has outlived its day.
INSERT INTO jobs (kind, key) VALUES ('forget', 'drafts');
