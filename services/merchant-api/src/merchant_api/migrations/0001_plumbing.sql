-- The tables that chassis works on. Every service begins its migrations with exactly this text.

-- What a transaction announces, until Kafka has acknowledged it.
CREATE TABLE outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic         text NOT NULL,
    key           bytea NOT NULL,
    shard         bigint NOT NULL CHECK (shard BETWEEN 0 AND 15),
    header_names  text [] NOT NULL,
    header_values bytea [] NOT NULL,
    value         bytea,
    appended_at   timestamptz NOT NULL DEFAULT now()
) WITH (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_cost_delay = 0
);
CREATE INDEX outbox_in_order ON outbox (shard, id);

-- Work that is slow, paid or visible outside, until it is done or a person has to look.
CREATE TABLE jobs (
    kind        text NOT NULL,
    key         text NOT NULL,
    due_at      timestamptz NOT NULL DEFAULT now(),
    attempts    bigint NOT NULL DEFAULT 0,
    failures    bigint NOT NULL DEFAULT 0,
    generation  bigint NOT NULL DEFAULT 1,
    note        text,
    parked_at   timestamptz,
    traceparent text,
    enqueued_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, key)
) WITH (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_cost_delay = 0
);
CREATE INDEX jobs_due ON jobs (due_at) WHERE parked_at IS NULL;

-- Records that could not be read, byte for byte as they came.
CREATE TABLE quarantine (
    topic          text NOT NULL,
    partition      bigint NOT NULL,
    "offset"       bigint NOT NULL,
    key            bytea,
    header_names   text [] NOT NULL,
    header_values  bytea [] NOT NULL,
    value          bytea,
    reason         text NOT NULL,
    quarantined_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition, "offset")
);
