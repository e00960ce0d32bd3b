-- What becomes of a return around and after its decision. Each is a fact, written once.

-- The label that counts: the first, or the last that was asked for in place of another.
ALTER TABLE returns
ADD COLUMN label_generation bigint NOT NULL DEFAULT 1;

ALTER TABLE labels
ADD COLUMN generation bigint NOT NULL DEFAULT 1;
-- Migrations run while nobody else does, and no process of ours counts on the narrower key.
-- squawk-ignore ban-drop-constraint
ALTER TABLE labels DROP CONSTRAINT labels_pkey;
-- squawk-ignore constraint-missing-not-valid, adding-serial-primary-key-field
ALTER TABLE labels ADD PRIMARY KEY (return_id, generation);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX labels_by_pin ON labels (merchant_id, tracking_pin);

ALTER TABLE label_failures
ADD COLUMN generation bigint NOT NULL DEFAULT 1;
ALTER TABLE moves
ADD COLUMN generation bigint NOT NULL DEFAULT 1;

-- squawk-ignore require-concurrent-index-creation
CREATE INDEX returns_by_tracking_number ON returns (merchant_id, tracking_number);

-- The parcel is back: whoever took it in, and how it looked.
CREATE TABLE receptions (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    condition   text NOT NULL
    CHECK (condition IN ('as_expected', 'damaged', 'incomplete', 'other')),
    note        text,
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id    text,
    actor_name  text NOT NULL,
    received_at timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);
CREATE INDEX receptions_by_time ON receptions (merchant_id, received_at DESC);

-- Nothing more is to be done.
CREATE TABLE closures (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id    text,
    actor_name  text NOT NULL,
    closed_at   timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);

-- Called off: by the customer (staged from portal.returns, without an actor) or by the merchant.
CREATE TABLE cancellations (
    return_id    uuid PRIMARY KEY,
    merchant_id  uuid NOT NULL,
    cancelled_by text NOT NULL CHECK (cancelled_by IN ('customer', 'merchant')),
    actor_kind   text CHECK (actor_kind IN ('user', 'api_key')),
    actor_id     text,
    actor_name   text,
    cancelled_at timestamptz NOT NULL,
    CHECK ((cancelled_by = 'merchant') = (actor_kind IS NOT NULL))
);

-- Labels that count no more, whether or not they exist yet. An unused label costs nothing.
CREATE TABLE label_voids (
    return_id   uuid NOT NULL,
    generation  bigint NOT NULL,
    merchant_id uuid NOT NULL,
    cause       text NOT NULL CHECK (cause IN ('merchant', 'cancelled', 'replaced')),
    actor_name  text NOT NULL,
    voided_at   timestamptz NOT NULL,
    PRIMARY KEY (return_id, generation)
);

-- Labels asked for in place of others. `asked` is the ReplacementLabelRequested.
CREATE TABLE replacements (
    return_id    uuid NOT NULL,
    generation   bigint NOT NULL CHECK (generation >= 2),
    merchant_id  uuid NOT NULL,
    asked        jsonb NOT NULL,
    actor_kind   text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id     text,
    actor_name   text NOT NULL,
    requested_at timestamptz NOT NULL,
    PRIMARY KEY (return_id, generation),
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);

-- Messages that somebody had sent again.
CREATE TABLE resends (
    resend_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    return_id   uuid NOT NULL,
    template    text NOT NULL,
    actor_name  text NOT NULL,
    asked_at    timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);
CREATE INDEX resends_of_return ON resends (merchant_id, return_id, asked_at);

-- Returns that the merchant's people open for customers. portal-api makes them: the row of
-- `returns` comes with its announcement, or `refusal` says why it does not.
CREATE TABLE openings (
    return_id      uuid PRIMARY KEY,
    merchant_id    uuid NOT NULL REFERENCES merchants,
    asked          jsonb NOT NULL,
    is_approved    boolean NOT NULL,
    actor_kind     text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id       text,
    actor_name     text NOT NULL,
    opened_at      timestamptz NOT NULL
);
CREATE INDEX openings_of_merchant ON openings (merchant_id, opened_at DESC);

CREATE TABLE opening_refusals (
    return_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    cause       text NOT NULL,
    number      text,
    refused_at  timestamptz NOT NULL
);

-- Where each return stands, from now on by these facts as well. A label that counts no more is told
-- in the place of a failure.
CREATE OR REPLACE VIEW return_states AS
SELECT
    f.merchant_id,
    f.return_id,
    f.number,
    f.state,
    f.since_at,
    f.is_labelled,
    f.label_failure,
    f.stage,
    CASE
        WHEN f.state = 'requested' THEN 'to_decide'
        -- A parcel comes on a label that counts no more.
        WHEN f.state = 'cancelled' AND f.stage <> 'info' THEN 'problems'
        WHEN f.state = 'in_transit' AND f.label_failure = 'voided' THEN 'problems'
        WHEN f.state IN ('closed', 'cancelled') THEN 'closed'
        WHEN f.state = 'failed' THEN 'problems'
        -- The customer may not know: somebody has to tell them.
        WHEN f.state IN ('approved', 'declined') AND f.is_unreached THEN 'problems'
        WHEN f.state = 'declined' THEN 'closed'
        WHEN f.state = 'in_transit' AND f.stage IN ('exception', 'returning') THEN 'problems'
        WHEN f.state IN ('delivered', 'received') THEN 'to_receive'
        ELSE f.state
    END AS tab,
    f.tracking_pin,
    f.address_id,
    f.is_unreached
FROM (
    SELECT
        r.merchant_id,
        r.return_id,
        r.number,
        CASE
            WHEN x.return_id IS NOT NULL THEN 'cancelled'
            WHEN z.return_id IS NOT NULL THEN 'closed'
            WHEN k.return_id IS NOT NULL THEN 'received'
            WHEN d.verdict IS NULL THEN 'requested'
            WHEN d.verdict = 'declined' THEN 'declined'
            WHEN m.stage = 'delivered' THEN 'delivered'
            WHEN m.stage <> 'info' THEN 'in_transit'
            WHEN v.return_id IS NOT NULL THEN 'approved'
            WHEN l.return_id IS NULL AND f.outcome IS NOT NULL THEN 'failed'
            ELSE 'approved'
        END AS state,
        CASE
            WHEN x.return_id IS NOT NULL THEN x.cancelled_at
            WHEN z.return_id IS NOT NULL THEN z.closed_at
            WHEN k.return_id IS NOT NULL THEN k.received_at
            WHEN d.verdict IS NULL THEN r.requested_at
            WHEN d.verdict = 'declined' THEN d.decided_at
            WHEN m.stage <> 'info' THEN m.happened_at
            WHEN v.return_id IS NOT NULL THEN v.voided_at
            WHEN l.return_id IS NULL
                THEN coalesce(f.failed_at, p.requested_at, d.decided_at)
            ELSE l.created_at
        END AS since_at,
        l.return_id IS NOT NULL AND v.return_id IS NULL AS is_labelled,
        CASE WHEN v.return_id IS NOT NULL THEN 'voided' ELSE f.outcome END AS label_failure,
        m.stage,
        l.tracking_pin,
        d.address_id,
        coalesce(t.outcome <> 'sent', FALSE) AS is_unreached
    FROM returns AS r
    LEFT JOIN decisions AS d
        ON r.return_id = d.return_id AND r.merchant_id = d.merchant_id
    LEFT JOIN cancellations AS x
        ON r.return_id = x.return_id AND r.merchant_id = x.merchant_id
    LEFT JOIN closures AS z
        ON r.return_id = z.return_id AND r.merchant_id = z.merchant_id
    LEFT JOIN receptions AS k
        ON r.return_id = k.return_id AND r.merchant_id = k.merchant_id
    LEFT JOIN replacements AS p
        ON
            r.return_id = p.return_id
            AND r.merchant_id = p.merchant_id
            AND r.label_generation = p.generation
    LEFT JOIN labels AS l
        ON
            r.return_id = l.return_id
            AND r.merchant_id = l.merchant_id
            AND r.label_generation = l.generation
    LEFT JOIN label_voids AS v
        ON
            r.return_id = v.return_id
            AND r.merchant_id = v.merchant_id
            AND r.label_generation = v.generation
    LEFT JOIN LATERAL (
        SELECT
            lf.outcome,
            lf.failed_at
        FROM label_failures AS lf
        WHERE
            lf.return_id = r.return_id
            AND lf.merchant_id = r.merchant_id
            AND lf.generation = r.label_generation
        ORDER BY lf.failed_at DESC
        LIMIT 1
    ) AS f ON TRUE
    LEFT JOIN LATERAL (
        SELECT
            mv.stage,
            mv.happened_at
        FROM moves AS mv
        WHERE
            mv.return_id = r.return_id
            AND mv.merchant_id = r.merchant_id
            AND mv.generation = r.label_generation
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
    ) AS m ON TRUE
    LEFT JOIN LATERAL (
        SELECT ms.outcome
        FROM messages AS ms
        WHERE
            ms.return_id = r.return_id AND ms.merchant_id = r.merchant_id
            AND ms.template IN ('label_ready', 'request_declined')
        ORDER BY ms.settled_at DESC
        LIMIT 1
    ) AS t ON TRUE
) AS f;

CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON receptions
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON closures
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON cancellations
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON label_voids
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON replacements
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
