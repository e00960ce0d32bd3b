-- Who may do what, and centres that are set up step by step.

ALTER TABLE users
ADD COLUMN role text NOT NULL DEFAULT 'owner' CHECK (role IN ('owner', 'agent'));

ALTER TABLE api_keys
ADD COLUMN scopes text [] NOT NULL DEFAULT ARRAY[
    'shipments:read', 'shipments:write', 'returns:read', 'returns:decide',
    'settings:read', 'settings:write'
];

ALTER TABLE centres
ADD COLUMN is_open boolean NOT NULL DEFAULT true;

-- What was one return address is now the default among several.
UPDATE centres AS c
SET
    is_open = (c.settings ->> 'is_open')::boolean,
    settings = (c.settings - 'return_address' - 'is_open') || jsonb_build_object(
        'is_paused', NOT (c.settings ->> 'is_open')::boolean,
        'addresses', jsonb_build_array(
            jsonb_build_object(
                'address_id', c.merchant_id, 'address', c.settings -> 'return_address'
            )
        ),
        'default_address_id', c.merchant_id,
        'saved', jsonb_build_array('addresses', 'reasons', 'approval', 'branding')
    );
