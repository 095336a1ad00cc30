-- An explosion asks for the revision that holds for each of thousands of components: the index gives it without sorting.
CREATE INDEX revision_effective ON revision (item_id, effective_from DESC, rank DESC)
    INCLUDE (effective_to, revision) WHERE status = 'RELEASED';

-- The smallest multiple of 1/scale that is not less than amount/per; nothing drifts on the way there.
DROP FUNCTION ceil_ratio(numeric, numeric, integer);
CREATE FUNCTION ceil_ratio(amount numeric, per numeric, scale numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trim_scale((div(amount * scale, per) + CASE WHEN mod(amount * scale, per) > 0 THEN 1 ELSE 0 END) / scale);
