-- Findings that a person overrides when asking for a release are kept like every other intervention.
ALTER TABLE run_audit DROP CONSTRAINT run_audit_action_check;
ALTER TABLE run_audit ADD CHECK (action IN ('RETRY', 'SKIP', 'REJECT', 'RESUME', 'CANCEL', 'OVERRIDE'));

-- A planner may decide to overload a work center; only where nobody has changed what was shipped.
INSERT INTO release_policy (plant, order_type, "check", mode, on_fail)
SELECT '*', '*', 'capacity', 'RUN', 'ASK' FROM policy WHERE name = 'release' AND version = 1;

-- A plant's day checked as a whole. Kept by its lease by whoever works on it; only reads depend on it.
CREATE TABLE release_batch (
    id             text PRIMARY KEY,
    client         text NOT NULL,
    key            text NOT NULL,
    fingerprint    text NOT NULL,
    actor          text NOT NULL,
    correlation_id text NOT NULL,
    plant          text NOT NULL,
    planned_start  date NOT NULL,
    lease_until    timestamptz NOT NULL,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at       timestamptz,
    UNIQUE (client, key)
);
CREATE INDEX release_batch_open ON release_batch (lease_until) WHERE ended_at IS NULL;

CREATE TABLE release_batch_line (
    batch_id     text NOT NULL REFERENCES release_batch,
    order_number text NOT NULL,
    decision     text CHECK (decision IN ('RELEASABLE', 'BLOCKED', 'NEEDS_DECISION', 'UNANSWERED')),
    failed       jsonb,
    checked_at   timestamptz,
    PRIMARY KEY (batch_id, order_number)
);
