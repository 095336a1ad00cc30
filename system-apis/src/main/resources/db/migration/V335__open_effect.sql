-- Opens the key of an effect in another system, in one call. Where nothing stands under it, or an attempt whose lease
-- is over and that may be settled (`claims`), the key belongs to whoever asks until its lease ends: then it is `opened`,
-- and `attempt` says which one this is. Otherwise, and beside it, what stood under the key as enter_effect tells it.
CREATE FUNCTION open_effect(asked_run text, asked_fence bigint, scope text, asked_client text, asked_operation text,
                            asked_key text, asked_fingerprint text, lease interval, claims boolean,
                            OUT highest bigint, OUT taken boolean, OUT fingerprint text, OUT state text, OUT attempt integer,
                            OUT status smallint, OUT body bytea, OUT location text, OUT etag text, OUT content_type text,
                            OUT lease_millis bigint, OUT opened boolean) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    SELECT e.* INTO highest, taken, fingerprint, state, attempt, status, body, location, etag, content_type, lease_millis
      FROM enter_effect(asked_run, asked_fence, scope, asked_client, asked_operation, asked_key) e;
    opened := false;
    IF taken AND asked_key IS NOT NULL THEN
        IF state IS NULL THEN
            INSERT INTO idempotency (client, operation, key, fingerprint, state, run, lease_until)
            VALUES (asked_client, asked_operation, asked_key, asked_fingerprint, 'OPEN', asked_run, clock_timestamp() + lease);
            opened := true;
        ELSIF claims AND state = 'OPEN' AND lease_millis <= 0 AND fingerprint = asked_fingerprint THEN
            attempt := attempt + 1;
            UPDATE idempotency i SET attempt = open_effect.attempt, lease_until = clock_timestamp() + lease
             WHERE i.client = asked_client AND i.operation = asked_operation AND i.key = asked_key;
            opened := true;
        END IF;
    END IF;
END $$;
