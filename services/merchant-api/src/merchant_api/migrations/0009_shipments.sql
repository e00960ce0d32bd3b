-- Shipments are found by what people type, named by the merchant's own reference, and come in files.

ALTER TABLE shipments
ADD COLUMN reference text,
ADD COLUMN search tsvector NOT NULL DEFAULT '';

-- From here on `search_terms.py` writes it; this says nearly the same of those that are there.
UPDATE shipments SET
    search = array_to_tsvector(
        array_remove(
            array_remove(
                array_cat(
                    regexp_split_to_array(
                        translate(
                            lower(
                                concat_ws(
                                    ' ',
                                    tracking_number,
                                    content #>> '{recipient,postal_code}',
                                    content #>> '{recipient,name}',
                                    content #>> '{recipient,company}'
                                )
                            ),
                            'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc'
                        ),
                        '[^a-z0-9]+'
                    ),
                    ARRAY[lower(content ->> 'email')]
                ),
                ''
            ),
            NULL
        )
    );

-- Built in place: no installation is so large yet that nobody could wait for it.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX shipments_by_reference ON shipments (merchant_id, reference)
WHERE reference IS NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX shipments_newest ON shipments (merchant_id, shipment_id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX shipments_by_words ON shipments USING gin (search);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX returns_of_shipment ON returns (merchant_id, shipment_id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX returns_of_number ON returns (merchant_id, tracking_number);

-- A file of shipments: what it is, how its columns are understood, and how far it was read.
CREATE TABLE imports (
    import_id       uuid PRIMARY KEY,
    merchant_id     uuid NOT NULL REFERENCES merchants,
    file_name       text NOT NULL,
    size_bytes      bigint NOT NULL,
    lines           bigint NOT NULL,
    state           text NOT NULL CHECK (state IN ('received', 'running', 'done', 'failed')),
    reading         jsonb NOT NULL,
    line_reached    bigint NOT NULL DEFAULT 0,
    count_new       bigint NOT NULL DEFAULT 0,
    count_changed   bigint NOT NULL DEFAULT 0,
    count_unchanged bigint NOT NULL DEFAULT 0,
    count_refused   bigint NOT NULL DEFAULT 0,
    received_at     timestamptz NOT NULL,
    started_at      timestamptz,
    ended_at        timestamptz
);
CREATE INDEX imports_of_merchant ON imports (merchant_id, import_id);

-- Its bytes, until they have been read.
CREATE TABLE import_chunks (
    import_id   uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    number      bigint NOT NULL,
    merchant_id uuid NOT NULL,
    bytes       bytea NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- Its lines that were refused, as they stood there, and why.
CREATE TABLE import_faults (
    import_id   uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
    line        bigint NOT NULL,
    merchant_id uuid NOT NULL,
    cells       text [] NOT NULL,
    faults      text [] NOT NULL,
    PRIMARY KEY (import_id, line)
);

-- How a file with these headings was understood the last time.
CREATE TABLE import_readings (
    merchant_id uuid NOT NULL REFERENCES merchants,
    signature   text NOT NULL,
    reading     jsonb NOT NULL,
    used_at     timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, signature)
);
