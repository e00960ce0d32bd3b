-- The queue at any size: what its list needs of each return lies in one row, kept by triggers.

-- Which of the centre's addresses an approved return goes to. NULL: nobody wrote it down then.
ALTER TABLE decisions
ADD COLUMN address_id uuid;

-- Where each return stands: still the one place that says so, computed from the facts. A later
-- kind of fact is added here (the columns stay, in their order) and given the trigger below.
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
        m.stage,
        l.tracking_pin,
        d.address_id,
        coalesce(t.outcome <> 'sent', FALSE) AS is_unreached
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

-- Words as people search for them: without accents, case or punctuation.
CREATE FUNCTION folded_words(told text) RETURNS text []
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_remove(
        regexp_split_to_array(
            lower(
                replace(replace(replace(replace(
                    regexp_replace(normalize(told, NFKD), '[\u0300-\u036f]', '', 'g'),
                    'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
            ),
            '[][\s''’‘`´"«»,;:.!?¿¡(){}<>/\\|&*@#_+=~^%$-]+'
        ),
        ''
    )
$$;

-- The same as one word: numbers and addresses are typed with and without their spaces and signs.
CREATE FUNCTION folded_code(told text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_string(folded_words(told), '')
$$;

-- A merchant's lexemes begin with a mark of their own, so that one index serves all of them.
CREATE FUNCTION queue_mark(merchant uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(md5(merchant::text), 8)
$$;

CREATE FUNCTION queue_terms(
    merchant uuid, number text, name text, email text, postal_code text,
    tracking_number text, tracking_pin text, reasons text [], method text, address uuid, state text
) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array(
        SELECT DISTINCT left(queue_mark(merchant) || kind || word, 120)
          FROM (
            SELECT ':', unnest(folded_words(name))
            UNION ALL SELECT ':', folded_code(number)
            UNION ALL SELECT ':', folded_code(substring(number FROM '-(.*)$'))
            UNION ALL SELECT ':', folded_code(email)
            UNION ALL SELECT ':', folded_code(postal_code)
            UNION ALL SELECT ':', folded_code(tracking_number)
            UNION ALL SELECT ':', folded_code(tracking_pin)
            UNION ALL SELECT '=reason/', unnest(reasons)
            UNION ALL SELECT '=method/', method
            UNION ALL SELECT '=address/', address::text
            UNION ALL SELECT '=state/', state
          ) AS terms (kind, word)
         WHERE word <> ''
    ))
$$;

-- What is asked of those lexemes. NULL: nothing is.
CREATE FUNCTION queue_query(
    merchant uuid, typed text, reason text, method text, address uuid, state text
) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(part, ' & ')::tsquery
      FROM (
        SELECT '(' || concat_ws(' | ',
            -- Each word begins one of theirs; a single letter has to be all of it.
            (SELECT '(' || string_agg(
                format('''%s:%s''%s', queue_mark(merchant), left(word, 110),
                       CASE WHEN length(word) > 1 THEN ':*' ELSE '' END), ' & ') || ')'
               FROM unnest(folded_words(typed)) AS word),
            -- Or all of it is the beginning of a code.
            (SELECT format('''%s:%s'':*', queue_mark(merchant), left(folded_code(typed), 110))
              WHERE cardinality(folded_words(typed)) > 1),
            (SELECT format('''%s:?''', queue_mark(merchant))
              WHERE cardinality(folded_words(typed)) = 0)
        ) || ')'
         WHERE typed <> ''
        UNION ALL
        SELECT format('''%s=%s/%s''', queue_mark(merchant), kind,
                      replace(replace(word, '\', '\\'), '''', ''''''))
          FROM (VALUES ('reason', reason), ('method', method), ('address', address::text),
                       ('state', state)) AS filters (kind, word)
         WHERE word <> ''
      ) AS parts (part)
$$;

CREATE TABLE queue_rows (
    return_id     uuid PRIMARY KEY,
    merchant_id   uuid NOT NULL,
    shipment_id   uuid NOT NULL,
    number        text NOT NULL,
    tab           text NOT NULL CHECK (
        tab IN ('to_decide', 'approved', 'in_transit', 'to_receive', 'problems', 'closed')
    ),
    state         text NOT NULL,
    since_at      timestamptz NOT NULL,
    requested_at  timestamptz NOT NULL,
    is_labelled   boolean NOT NULL,
    label_failure text,
    stage         text,
    is_unreached  boolean NOT NULL,
    method        text NOT NULL,
    address_id    uuid,
    postal_code   text,
    tracking_pin  text,
    terms         tsvector NOT NULL,
    -- Counts the facts: a page that knows an older one is out of date.
    version       bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 80);
CREATE INDEX queue_rows_in_tab ON queue_rows (merchant_id, tab, since_at, return_id);
CREATE INDEX queue_rows_by_age ON queue_rows (merchant_id, requested_at, return_id);
CREATE INDEX queue_rows_of_shipment ON queue_rows (shipment_id);
CREATE INDEX queue_rows_terms ON queue_rows USING gin (terms);

-- What a row has to say, for one return or for all of them.
CREATE VIEW queue_facts AS
SELECT
    r.return_id,
    r.merchant_id,
    r.shipment_id,
    r.number,
    s.tab,
    s.state,
    s.since_at,
    r.requested_at,
    s.is_labelled,
    s.label_failure,
    s.stage,
    s.is_unreached,
    r.method,
    s.address_id,
    sh.content #>> '{recipient,postal_code}' AS postal_code,
    s.tracking_pin,
    queue_terms(
        r.merchant_id, r.number, r.customer_name, r.customer_email,
        sh.content #>> '{recipient,postal_code}', r.tracking_number, s.tracking_pin,
        array(
            SELECT reason ->> 'code'
            FROM jsonb_array_elements(r.reasons) AS reason
        ),
        r.method, s.address_id, s.state
    ) AS terms
FROM returns AS r
INNER JOIN return_states AS s ON r.return_id = s.return_id
LEFT JOIN shipments AS sh
    ON r.shipment_id = sh.shipment_id AND r.merchant_id = sh.merchant_id;

-- Whoever writes a fact does so under the lock of its return: the next one sees it, and no row is
-- computed from half of what is known.
CREATE FUNCTION refresh_queue_row(asked uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(asked::text, 7));
    INSERT INTO queue_rows AS q (
        return_id, merchant_id, shipment_id, number, tab, state, since_at, requested_at,
        is_labelled, label_failure, stage, is_unreached, method, address_id, postal_code,
        tracking_pin, terms
    )
    SELECT
        f.return_id, f.merchant_id, f.shipment_id, f.number, f.tab, f.state, f.since_at,
        f.requested_at, f.is_labelled, f.label_failure, f.stage, f.is_unreached, f.method,
        f.address_id, f.postal_code, f.tracking_pin, f.terms
      FROM queue_facts AS f
     WHERE f.return_id = asked
    ON CONFLICT (return_id) DO UPDATE
    SET
        number = excluded.number,
        tab = excluded.tab,
        state = excluded.state,
        since_at = excluded.since_at,
        requested_at = excluded.requested_at,
        is_labelled = excluded.is_labelled,
        label_failure = excluded.label_failure,
        stage = excluded.stage,
        is_unreached = excluded.is_unreached,
        method = excluded.method,
        address_id = excluded.address_id,
        postal_code = excluded.postal_code,
        tracking_pin = excluded.tracking_pin,
        terms = excluded.terms,
        version = q.version + 1;
END
$$;

CREATE FUNCTION refresh_queue_row_of_fact() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_queue_row(coalesce(new.return_id, old.return_id));
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_queue_rows_of_shipment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_queue_row(q.return_id)
       FROM queue_rows AS q
      WHERE q.merchant_id = new.merchant_id AND q.shipment_id = new.shipment_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE ON returns
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON decisions
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON labels
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON label_failures
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON moves
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON messages
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON estimates
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON estimate_answers
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE ON shipments
FOR EACH ROW EXECUTE FUNCTION refresh_queue_rows_of_shipment();

INSERT INTO queue_rows (
    return_id, merchant_id, shipment_id, number, tab, state, since_at, requested_at,
    is_labelled, label_failure, stage, is_unreached, method, address_id, postal_code,
    tracking_pin, terms
)
SELECT
    f.return_id, f.merchant_id, f.shipment_id, f.number, f.tab, f.state, f.since_at,
    f.requested_at, f.is_labelled, f.label_failure, f.stage, f.is_unreached, f.method,
    f.address_id, f.postal_code, f.tracking_pin, f.terms
FROM queue_facts AS f;

-- One act on several returns: what was asked, and what became of each of them. The returns are those
-- of the moment at which the run began.
CREATE TABLE bulk_runs (
    run_id      uuid PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants,
    act         text NOT NULL CHECK (act IN ('estimate', 'approve', 'decline')),
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id    text,
    actor_name  text NOT NULL,
    language    text NOT NULL CHECK (language IN ('fr', 'en')),
    -- What the act needs to know besides: a refusal's words, an internal reason.
    terms       jsonb NOT NULL,
    begun_at    timestamptz NOT NULL
);
CREATE INDEX bulk_runs_of_merchant ON bulk_runs (merchant_id, begun_at);

CREATE TABLE bulk_items (
    run_id      uuid NOT NULL REFERENCES bulk_runs,
    return_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    position    bigint NOT NULL,
    outcome     text CHECK (outcome IN ('done', 'failed')),
    -- Why not, by the name of the refusal.
    refusal     text,
    estimate_id uuid,
    settled_at  timestamptz,
    PRIMARY KEY (run_id, return_id),
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX bulk_items_to_do ON bulk_items (run_id, position) WHERE outcome IS NULL;

-- An estimate that was asked for is done; it has failed when the carrier named no price.
CREATE VIEW bulk_outcomes AS
SELECT
    b.run_id,
    b.merchant_id,
    b.return_id,
    b.position,
    b.estimate_id,
    CASE WHEN a.failure IS NOT NULL THEN 'failed' ELSE b.outcome END AS outcome,
    CASE WHEN a.failure IS NOT NULL THEN 'EstimateFailed' ELSE b.refusal END AS refusal,
    a.failure ->> 'message' AS told,
    (a.price ->> 'due_cents')::bigint AS due_cents
FROM bulk_items AS b
LEFT JOIN estimate_answers AS a
    ON b.estimate_id = a.estimate_id AND b.merchant_id = a.merchant_id;

-- A view of the queue under a name, for all people of a merchant.
CREATE TABLE saved_views (
    view_id     uuid PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query       text NOT NULL CHECK (length(query) <= 2000),
    owner_kind  text NOT NULL CHECK (owner_kind IN ('user', 'api_key')),
    owner_id    text NOT NULL,
    saved_at    timestamptz NOT NULL,
    UNIQUE (merchant_id, name)
);

-- The returns that a view of the queue asks for. Inlined where it is called: the order and the limit
-- of the caller choose the index. NULL or empty asks for nothing.
CREATE FUNCTION queue_view(
    merchant uuid, in_tab text, typed text, reason text, by_method text, to_address uuid,
    in_state text, begins_at timestamptz, ends_at timestamptz, of_run uuid, of_part text
) RETURNS SETOF queue_rows
LANGUAGE sql STABLE AS $$
    SELECT q.*
      FROM queue_rows AS q
     WHERE q.merchant_id = $1
       AND ($2 IS NULL OR q.tab = $2)
       AND (queue_query($1, $3, $4, $5, $6, $7) IS NULL
            OR q.terms @@ queue_query($1, $3, $4, $5, $6, $7))
       AND ($8 IS NULL OR q.requested_at >= $8)
       AND ($9 IS NULL OR q.requested_at < $9)
       AND ($10 IS NULL OR q.return_id IN (
            SELECT b.return_id
              FROM bulk_outcomes AS b
             WHERE b.merchant_id = $1 AND b.run_id = $10 AND b.outcome = $11))
$$;
