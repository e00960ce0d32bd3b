-- The order, as the customer knows it: told on their own pages, once the postal code is proven.
ALTER TABLE shipments ADD COLUMN order_number text;
