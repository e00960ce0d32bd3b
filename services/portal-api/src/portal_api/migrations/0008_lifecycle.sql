-- What becomes of a return around and after its decision.

-- Of one parcel one return is open: one that was called off leaves its parcel free again.
ALTER TABLE returns
ADD COLUMN cancelled_at timestamptz,
ADD COLUMN cancelled_by text,
-- The label that counts: the first, or the last that was asked for in place of another.
ADD COLUMN label_generation bigint NOT NULL DEFAULT 1,
ADD COLUMN label_asked_at timestamptz;
-- Migrations run while nobody else does, and no process of ours counts on the narrower keys.
-- squawk-ignore ban-drop-constraint
ALTER TABLE returns DROP CONSTRAINT returns_shipment_key;
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX returns_open_key ON returns (shipment_id) WHERE cancelled_at IS NULL;

ALTER TABLE labels
ADD COLUMN generation bigint NOT NULL DEFAULT 1;
-- squawk-ignore ban-drop-constraint
ALTER TABLE labels DROP CONSTRAINT labels_pkey;
-- squawk-ignore constraint-missing-not-valid, adding-serial-primary-key-field
ALTER TABLE labels ADD PRIMARY KEY (return_id, generation);

ALTER TABLE label_failures
ADD COLUMN generation bigint NOT NULL DEFAULT 1;
-- squawk-ignore ban-drop-constraint
ALTER TABLE label_failures DROP CONSTRAINT label_failures_pkey;
-- squawk-ignore constraint-missing-not-valid, adding-serial-primary-key-field
ALTER TABLE label_failures ADD PRIMARY KEY (return_id, generation);

ALTER TABLE moves
ADD COLUMN generation bigint NOT NULL DEFAULT 1;

-- Staged from merchant.decisions.
CREATE TABLE label_voids (
    return_id   uuid NOT NULL,
    generation  bigint NOT NULL,
    merchant_id uuid NOT NULL,
    voided_at   timestamptz NOT NULL,
    PRIMARY KEY (return_id, generation)
);
CREATE TABLE receptions (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE TABLE closures (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    closed_at   timestamptz NOT NULL
);

-- Returns that stores open for customers, as they were announced, until each is made or refused.
CREATE TABLE openings (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    announced   jsonb NOT NULL,
    answered_at timestamptz
);
