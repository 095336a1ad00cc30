-- A target may refuse because nothing is left to be done. What stands was checked by the narrower
-- rule: it is not read again.
ALTER TABLE step DROP CONSTRAINT step_state_check;
ALTER TABLE step ADD CONSTRAINT step_state_check
    CHECK (state IN ('PENDING', 'RUNNING', 'SUCCEEDED', 'RETRYING', 'IN_DOUBT', 'PARKED', 'FAILED', 'SKIPPED', 'NOT_NEEDED',
                     'COMPENSATING', 'COMPENSATED')) NOT VALID;
