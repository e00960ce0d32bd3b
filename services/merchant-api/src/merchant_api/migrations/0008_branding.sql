-- What merchants uploaded, drawn anew: which files in blob storage are a logo or a picture of theirs.

-- Named by what is in it, so that the same image twice is one. Never changed, and never removed:
-- a page that is still open somewhere may show it, and the settings of yesterday name it.
CREATE TABLE brand_images (
    merchant_id uuid NOT NULL REFERENCES merchants,
    kind        text NOT NULL CHECK (kind IN ('logo', 'picture')),
    digest      text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    content     jsonb NOT NULL,
    drawn_at    timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, kind, digest)
);
