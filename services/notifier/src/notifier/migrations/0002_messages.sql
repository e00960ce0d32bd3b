-- What return centres are like: the newest version of each.
CREATE TABLE centres (
    merchant_id uuid PRIMARY KEY,
    version     bigint NOT NULL CHECK (version >= 1),
    -- JSON as text, here and below: jsonb refuses U+0000, which people do paste.
    snapshot    text NOT NULL
);

-- What has to be told to whom. The id is uuid5(event id, template), so an event that comes twice
-- means one message.
CREATE TABLE messages (
    message_id  uuid PRIMARY KEY,
    return_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    template    text NOT NULL,
    language    text NOT NULL CHECK (language IN ('fr', 'en')),
    event       text NOT NULL,
    staged_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX messages_of_merchant ON messages (merchant_id);
CREATE INDEX messages_of_return ON messages (return_id);

-- The mail that a message became, byte for byte. Written once, before the first attempt; every
-- attempt says these bytes.
CREATE TABLE mails (
    message_id uuid PRIMARY KEY REFERENCES messages,
    sender     text NOT NULL,
    recipient  text NOT NULL,
    source     bytea NOT NULL,
    written_at timestamptz NOT NULL
);

-- Conversations with the mail server. A row is committed before the first word (began_at), marked
-- before the content is said (content_at), and closed after the answer (ended_at). One found open
-- without its mark said nothing and is abandoned; one found open with it is unknown.
CREATE TABLE attempts (
    message_id uuid NOT NULL REFERENCES mails,
    number     bigint NOT NULL CHECK (number >= 1),
    began_at   timestamptz NOT NULL,
    content_at timestamptz,
    ended_at   timestamptz,
    outcome    text CHECK (outcome IN ('sent', 'deferred', 'refused', 'unknown', 'abandoned')),
    cause      text,
    PRIMARY KEY (message_id, number),
    CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CHECK (outcome <> 'abandoned' OR content_at IS NULL)
);
CREATE UNIQUE INDEX attempts_one_open ON attempts (message_id) WHERE ended_at IS NULL;

-- What became of a message, for good. `refused` and `unknown` lie here for a person to look at.
CREATE TABLE outcomes (
    message_id   uuid PRIMARY KEY REFERENCES messages,
    outcome      text NOT NULL CHECK (outcome IN ('sent', 'refused', 'unknown')),
    reason       text,
    concluded_at timestamptz NOT NULL,
    CHECK ((outcome = 'sent') = (reason IS NULL))
);
CREATE INDEX outcomes_to_look_at ON outcomes (concluded_at) WHERE outcome <> 'sent';
