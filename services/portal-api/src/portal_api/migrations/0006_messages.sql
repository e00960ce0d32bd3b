-- Staged from merchant.decisions: what the store has written to the customer. Any number of times.
CREATE TABLE letters (
    letter_id   uuid PRIMARY KEY,
    return_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    message     text NOT NULL,
    written_at  timestamptz NOT NULL
);
CREATE INDEX letters_of_return ON letters (return_id, written_at);
