-- What stands before a registration, in one call. Each statement of a volatile function sees what was committed before
-- it began, so what is found under a key is younger than its lock.

-- `taken` says whether the request's key is held until the transaction ends: fifty racers under one key do not queue, one
-- goes on. Where a run stands under it, nothing else is looked at. The keys that put runs in line come sorted: whoever draws
-- a number for a key holds its lock until commit, for a sequence is not commit order. `waits` says whether a run that has not
-- ended has one of them.
CREATE FUNCTION enter_registration(scope text, asked_client text, asked_operation text, asked_key text, line text[],
                                   OUT taken boolean, OUT fingerprint text, OUT run_id text, OUT waits boolean)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    place text;
BEGIN
    taken := pg_try_advisory_xact_lock(hashtextextended('request:' || scope, 0));
    IF NOT taken THEN
        RETURN;
    END IF;
    SELECT i.fingerprint, i.run_id INTO fingerprint, run_id
      FROM idempotency i
     WHERE i.client = asked_client AND i.operation = asked_operation AND i.key = asked_key;
    IF FOUND THEN
        RETURN;
    END IF;
    FOREACH place IN ARRAY line LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended('key:' || place, 0));
    END LOOP;
    waits := EXISTS (SELECT FROM run_key k WHERE k.open AND k.key = ANY (line));
END $$;
