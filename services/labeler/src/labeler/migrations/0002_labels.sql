-- Accounts at the carrier, prices asked for, labels ordered and bought, parcels on their way.

-- How to act for a merchant. The newest version wins; only labeler's private key opens `sealed`.
CREATE TABLE carrier_accounts (
    merchant_id uuid PRIMARY KEY,
    version     bigint NOT NULL CHECK (version >= 1),
    carrier     text NOT NULL CHECK (carrier = 'canada_post'),
    sealed      text NOT NULL,
    sealed_at   timestamptz NOT NULL
);

-- Prices asked for. `requested` is the EstimateRequested as it came.
CREATE TABLE estimates (
    estimate_id uuid PRIMARY KEY,
    return_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    requested   jsonb NOT NULL,
    staged_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX estimates_of_merchant ON estimates (merchant_id);

-- What came of it. `announced` is the CostEstimated or the EstimateFailed.
CREATE TABLE estimate_answers (
    estimate_id uuid PRIMARY KEY REFERENCES estimates,
    outcome     text NOT NULL CHECK (outcome IN ('quoted', 'refused')),
    announced   jsonb NOT NULL,
    answered_at timestamptz NOT NULL
);

-- Labels to be obtained, one per return. `approved` is the ReturnApproved as it came.
CREATE TABLE label_orders (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    approved    jsonb NOT NULL,
    staged_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX label_orders_of_merchant ON label_orders (merchant_id);

-- Each call that may buy a label. The row is committed before the call and ended after it; one
-- found open belongs to a process that died in between, and nobody knows what became of it.
CREATE TABLE label_attempts (
    return_id      uuid NOT NULL REFERENCES label_orders,
    attempt        bigint NOT NULL CHECK (attempt >= 1),
    request_sha256 text NOT NULL CHECK (request_sha256 ~ '^[0-9a-f]{64}$'),
    begun_at       timestamptz NOT NULL,
    ended_at       timestamptz,
    outcome        text CHECK (outcome IN ('done', 'refused', 'not_sent', 'unknown')),
    http_status    bigint,
    cause          text,
    PRIMARY KEY (return_id, attempt),
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
-- No second call while an earlier one bought, was refused, is under way or is in doubt.
CREATE UNIQUE INDEX label_attempts_once ON label_attempts (return_id)
WHERE outcome IS DISTINCT FROM 'not_sent';

-- A label that exists at the carrier. `artifact_href` holds the API user: it is never logged, and
-- forgotten once the file is stored. Whoever has `public_url` can fetch the label.
CREATE TABLE purchases (
    return_id           uuid PRIMARY KEY,
    attempt             bigint NOT NULL,
    tracking_pin        text NOT NULL,
    artifact_href       text,
    artifact_media_type text,
    public_url          text,
    public_until        timestamptz,
    bought_at           timestamptz NOT NULL,
    FOREIGN KEY (return_id, attempt) REFERENCES label_attempts
);

-- A label whose files are stored. Each file is a BlobRef.
CREATE TABLE labels (
    return_id  uuid PRIMARY KEY REFERENCES purchases,
    label      jsonb NOT NULL,
    qr_png     jsonb NOT NULL,
    qr_svg     jsonb NOT NULL,
    use_by_on  date,
    created_at timestamptz NOT NULL
);

-- There is no label, or a person has to find out whether there is one.
CREATE TABLE label_failures (
    return_id uuid PRIMARY KEY REFERENCES label_orders,
    outcome   text NOT NULL CHECK (outcome IN ('refused', 'unknown')),
    codes     text [] NOT NULL,
    message   text NOT NULL,
    failed_at timestamptz NOT NULL
);

-- What the carrier saw of a parcel. `stage` is NULL for what changes nothing, `place` is '' where
-- the carrier names none, `code` is the carrier's event id without leading zeros.
CREATE TABLE parcel_events (
    return_id   uuid NOT NULL REFERENCES purchases,
    code        text NOT NULL,
    happened_at timestamptz NOT NULL,
    place       text NOT NULL,
    stage       text,
    description text NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (return_id, code, happened_at, place)
);
