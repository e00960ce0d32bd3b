-- A decision by rule names the version of the rule: it is the actor's id.
UPDATE decisions SET actor_id = '1', actor_name = 'automatic approval, version 1'
WHERE actor_kind = 'rule' AND actor_id IS NULL;

UPDATE audit SET actor_id = '1'
WHERE actor_kind = 'rule' AND actor_id IS NULL;

ALTER TABLE decisions
ADD CONSTRAINT decisions_rule_has_version
CHECK (actor_kind <> 'rule' OR actor_id IS NOT NULL) NOT VALID;
