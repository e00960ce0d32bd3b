-- Shipments that a merchant made up to try the whole way. Erasing one forgets that it was a trial.

CREATE TABLE trials (
    shipment_id uuid PRIMARY KEY REFERENCES shipments ON DELETE CASCADE,
    merchant_id uuid NOT NULL REFERENCES merchants,
    begun_at    timestamptz NOT NULL
);
CREATE INDEX trials_of_merchant ON trials (merchant_id, begun_at);
