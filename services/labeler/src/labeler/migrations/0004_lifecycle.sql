-- Labels in the place of others, and labels that count no more.

-- What was one order for each return is one for each of its labels. The first order keeps the id of
-- its return, so that nothing begun is lost: jobs, files and rows go by it.
-- Migrations run while nobody else does, and no process of ours knows the older names.
-- squawk-ignore renaming-column
ALTER TABLE label_orders RENAME COLUMN return_id TO order_id;
-- squawk-ignore renaming-column
ALTER TABLE label_attempts RENAME COLUMN return_id TO order_id;
-- squawk-ignore renaming-column
ALTER TABLE purchases RENAME COLUMN return_id TO order_id;
-- squawk-ignore renaming-column
ALTER TABLE labels RENAME COLUMN return_id TO order_id;
-- squawk-ignore renaming-column
ALTER TABLE label_failures RENAME COLUMN return_id TO order_id;
-- squawk-ignore renaming-column
ALTER TABLE parcel_events RENAME COLUMN return_id TO order_id;

ALTER TABLE label_orders
ADD COLUMN return_id uuid,
ADD COLUMN generation bigint NOT NULL DEFAULT 1,
ADD COLUMN voided_at timestamptz;
UPDATE label_orders
SET return_id = order_id;
-- squawk-ignore adding-not-nullable-field
ALTER TABLE label_orders ALTER COLUMN return_id SET NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX label_orders_once ON label_orders (return_id, generation);
-- Of all labels of a return, at most one counts.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX label_orders_one_live ON label_orders (return_id) WHERE voided_at IS NULL;

-- Labels that somebody gave up, whether or not their order has come.
CREATE TABLE label_voids (
    return_id   uuid NOT NULL,
    generation  bigint NOT NULL,
    merchant_id uuid NOT NULL,
    voided_at   timestamptz NOT NULL,
    PRIMARY KEY (return_id, generation)
);
