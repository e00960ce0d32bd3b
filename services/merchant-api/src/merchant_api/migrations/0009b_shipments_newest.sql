-- The newest of one merchant, in an order that the primary key cannot give: a plan made for merchants
-- of average size would else walk over everybody's shipments to find those of a small one.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX shipments_newest;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX shipments_newest ON shipments (merchant_id, shipment_id DESC NULLS LAST);
