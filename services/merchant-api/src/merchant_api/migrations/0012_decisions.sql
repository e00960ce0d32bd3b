-- One return, told whole: what its merchant's people write about it, to whom, and why they say no.

-- For the merchant's own people. The customer never sees them. Added, never changed.
CREATE TABLE notes (
    note_id     uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    return_id   uuid NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    written_at  timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);
CREATE INDEX notes_of_return ON notes (merchant_id, return_id, written_at);

-- What the customer was written, and can read on the page of the return.
CREATE TABLE letters (
    letter_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    return_id   uuid NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    actor_kind  text NOT NULL CHECK (actor_kind IN ('user', 'api_key')),
    actor_id    text NOT NULL,
    actor_name  text NOT NULL,
    written_at  timestamptz NOT NULL,
    FOREIGN KEY (merchant_id, return_id) REFERENCES returns (merchant_id, return_id)
);
CREATE INDEX letters_of_return ON letters (merchant_id, return_id, written_at);

-- Why, for statistics: never told to the customer, never announced. NULL: nobody said.
ALTER TABLE decisions ADD COLUMN decline_reason text;
ALTER TABLE decisions ADD CONSTRAINT decisions_decline_reason CHECK (
    decline_reason IS NULL OR (
        verdict = 'declined' AND decline_reason IN (
            'outside_policy', 'final_sale', 'used_or_damaged', 'fraud_suspected', 'duplicate',
            'other'
        )
    )
) NOT VALID;

-- What an approval agreed to: service, parcel, and the address as it was then.
ALTER TABLE decisions ADD COLUMN terms jsonb;

-- Whoever has the return open is told that something was written.
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON notes
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
CREATE TRIGGER refresh_queue AFTER INSERT OR UPDATE OR DELETE ON letters
FOR EACH ROW EXECUTE FUNCTION refresh_queue_row_of_fact();
