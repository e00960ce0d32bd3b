-- Keys that say when they served, an account that can be tried, and who is told of what.

-- `form_id` is of the form that made the key: a form that is sent twice makes one.
ALTER TABLE api_keys
ADD COLUMN last_used_at timestamptz,
ADD COLUMN form_id uuid;

-- squawk-ignore require-concurrent-index-creation -- a handful of rows for each merchant
CREATE INDEX api_keys_of_merchant ON api_keys (merchant_id);

-- What people may see of an account that is sealed: enough to know which one it is.
ALTER TABLE carrier_accounts
ADD COLUMN customer_ending text,
ADD COLUMN environment text;

-- Accounts that were tried at the carrier. An account that was only tried lies in `sealed`, closed
-- for us, so that it can be kept without its password being typed again; it is emptied with the
-- next trial. NULL: the account in force was tried.
CREATE TABLE carrier_checks (
    check_id        uuid PRIMARY KEY,
    merchant_id     uuid NOT NULL REFERENCES merchants,
    sealed          jsonb,
    customer_ending text NOT NULL,
    environment     text NOT NULL CHECK (environment IN ('production', 'test')),
    requested_at    timestamptz NOT NULL
);
CREATE INDEX carrier_checks_of_merchant ON carrier_checks (merchant_id, requested_at);

-- What the carrier said: staged from labeler.checks.
CREATE TABLE carrier_check_answers (
    check_id    uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('ok', 'refused', 'unreachable')),
    fault       text,
    codes       text [] NOT NULL,
    message     text NOT NULL,
    checked_at  timestamptz NOT NULL
);

-- Which of the merchant's people get which e-mails: the whole list, as it was announced last.
CREATE TABLE notifications (
    merchant_id   uuid PRIMARY KEY REFERENCES merchants,
    version       bigint NOT NULL CHECK (version >= 1),
    recipients    jsonb NOT NULL,
    configured_at timestamptz NOT NULL
);
