-- Which of a merchant's people are told of what: the newest version of each list, as it came.
CREATE TABLE notifications (
    merchant_id uuid PRIMARY KEY,
    version     bigint NOT NULL CHECK (version >= 1),
    snapshot    text NOT NULL
);
