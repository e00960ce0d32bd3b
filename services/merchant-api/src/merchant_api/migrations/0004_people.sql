-- Links that let people in, and what is kept of those who are in.

-- When a person last did something in the console; null: never since this is kept.
ALTER TABLE users ADD COLUMN seen_at timestamptz;
-- A handful of rows: built in no time.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX users_of_merchant ON users (merchant_id, user_id);

-- What may be guessed is counted before it is looked at, so that guesses at once count each. Against
-- whom (an e-mail, a network) is kept as a digest only.
CREATE TABLE tries (
    try_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    against_digest bytea NOT NULL CHECK (octet_length(against_digest) = 32),
    tried_at       timestamptz NOT NULL
);
CREATE INDEX tries_recent ON tries (against_digest, tried_at);
CREATE INDEX tries_old ON tries (tried_at);

-- It held five minutes' worth of failures, which `tries` counts from now on.
-- squawk-ignore ban-drop-table
DROP TABLE sign_in_failures;

-- Links with which a merchant is set up. A row is a link that still works; use deletes it. The first
-- merchant's links work as long as there is no merchant.
CREATE TABLE set_up_links (
    link_digest bytea PRIMARY KEY CHECK (octet_length(link_digest) = 32),
    is_first    boolean NOT NULL,
    expires_at  timestamptz NOT NULL
);

-- Who is invited and has not come yet. Accepting or revoking deletes the row; sending again draws
-- another link, and the one before dies.
CREATE TABLE invitations (
    invitation_id uuid PRIMARY KEY,
    merchant_id   uuid NOT NULL REFERENCES merchants,
    email         text NOT NULL CHECK (email = lower(email)),
    role          text NOT NULL CHECK (role IN ('owner', 'agent')),
    language      text NOT NULL CHECK (language IN ('fr', 'en')),
    link_digest   bytea NOT NULL UNIQUE CHECK (octet_length(link_digest) = 32),
    sent_at       timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    UNIQUE (merchant_id, email)
);

-- E-mails for which a new password was asked, known or not, until a job has seen to them. That the
-- page does the same for both is why they are kept at all.
CREATE TABLE recoveries (
    recovery_id uuid PRIMARY KEY,
    email       text NOT NULL,
    asked_at    timestamptz NOT NULL
);

-- The link that sets a new password: the newest one, until it is used.
CREATE TABLE password_resets (
    user_id     uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    link_digest bytea NOT NULL UNIQUE CHECK (octet_length(link_digest) = 32),
    expires_at  timestamptz NOT NULL
);
