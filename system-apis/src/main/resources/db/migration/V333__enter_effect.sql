-- What stands before an effect, in one call: the fence of its worker, and its key. Each statement of a volatile
-- function sees what was committed before it began, so what is found under the key is younger than its lock.

-- The highest fence of a run. Nobody can raise it before the transaction ends, where it is the one that asks: a lower
-- one is not held, or whoever raises it would wait for all who hold it.
CREATE FUNCTION pass_fence(asked_run text, asked bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    highest bigint;
BEGIN
    SELECT f.fence INTO highest FROM fence f WHERE f.run = asked_run AND f.fence >= asked FOR SHARE;
    IF NOT FOUND THEN
        INSERT INTO fence (run, fence) VALUES (asked_run, asked)
            ON CONFLICT (run) DO UPDATE SET fence = excluded.fence, seen_at = clock_timestamp()
             WHERE fence.fence < excluded.fence;
        SELECT f.fence INTO STRICT highest FROM fence f WHERE f.run = asked_run AND f.fence >= asked FOR SHARE;
    END IF;
    RETURN highest;
END $$;

-- `highest` is null without a run; the key is not looked at where it is higher than the fence that asks. `taken` says
-- whether the key, where there is one, is held until the transaction ends; the rest is the row under it, null where
-- there is none.
CREATE FUNCTION enter_effect(asked_run text, asked_fence bigint, scope text, asked_client text, asked_operation text,
                             asked_key text,
                             OUT highest bigint, OUT taken boolean, OUT fingerprint text, OUT state text, OUT attempt integer,
                             OUT status smallint, OUT body bytea, OUT location text, OUT etag text, OUT content_type text,
                             OUT lease_millis bigint) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF asked_run IS NOT NULL THEN
        highest := pass_fence(asked_run, asked_fence);
    END IF;
    taken := coalesce(highest, asked_fence) IS NOT DISTINCT FROM asked_fence
             AND (asked_key IS NULL OR pg_try_advisory_xact_lock(hashtextextended(scope, 0)));
    IF taken THEN
        SELECT i.fingerprint, i.state, i.attempt, i.status, i.body, i.location, i.etag, i.content_type,
               ceil(1000 * extract(epoch FROM i.lease_until - clock_timestamp()))::bigint
          INTO fingerprint, state, attempt, status, body, location, etag, content_type, lease_millis
          FROM idempotency i
         WHERE i.client = asked_client AND i.operation = asked_operation AND i.key = asked_key;
    END IF;
END $$;
