-- Accounts to be tried at the carrier. `requested` is the CarrierCheckRequested as it came; once it
-- is answered, its box is emptied.
CREATE TABLE account_checks (
    check_id    uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    requested   jsonb NOT NULL,
    staged_at   timestamptz NOT NULL DEFAULT now()
);

-- What came of it. `announced` is the CarrierChecked.
CREATE TABLE check_answers (
    check_id    uuid PRIMARY KEY REFERENCES account_checks,
    announced   jsonb NOT NULL,
    answered_at timestamptz NOT NULL
);
