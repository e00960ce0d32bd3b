-- What is one piece with a point in it is the beginning of an e-mail, which is searched as one code.
CREATE OR REPLACE FUNCTION queue_query(
    merchant uuid, typed text, reason text, method text, address uuid, state text
) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(part, ' & ')::tsquery
      FROM (
        SELECT CASE
            WHEN folded_code(typed) = '' THEN format('''%s:?''', queue_mark(merchant))
            WHEN typed ~ '[0-9@]' OR typed ~ '^\S*[._+]\S*$'
            THEN format('''%s:%s'':*', queue_mark(merchant), left(folded_code(typed), 110))
            -- Each word begins one of theirs; a single letter has to be all of it.
            ELSE (SELECT string_agg(
                format('''%s:%s''%s', queue_mark(merchant), left(word, 110),
                       CASE WHEN length(word) > 1 THEN ':*' ELSE '' END), ' & ')
               FROM unnest(folded_words(typed)) AS word)
        END
         WHERE typed <> ''
        UNION ALL
        SELECT format('''%s=%s/%s''', queue_mark(merchant), kind,
                      replace(replace(word, '\', '\\'), '''', ''''''))
          FROM (VALUES ('reason', reason), ('method', method), ('address', address::text),
                       ('state', state)) AS filters (kind, word)
         WHERE word <> ''
      ) AS parts (part)
$$;
