-- What people look runs up by; separate from the keys that put runs in order.
CREATE TABLE run_search (
    key    text   NOT NULL,
    seq    bigint NOT NULL,
    run_id text   NOT NULL REFERENCES run,
    PRIMARY KEY (key, seq)
);
CREATE INDEX run_search_run ON run_search (run_id);
INSERT INTO run_search (key, seq, run_id) SELECT key, seq, run_id FROM run_key;
INSERT INTO run_search (key, seq, run_id)
    SELECT 'change:' || p.change_number, r.seq, r.id FROM propagation p JOIN run r ON r.id = p.run_id
    ON CONFLICT DO NOTHING;

-- Lists by change read only below pg_snapshot_xmin, as the feeds do: what is committed late is not skipped.
ALTER TABLE run ADD COLUMN changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id();
-- How the run last came to a rest: the same rest again is not told again.
ALTER TABLE run ADD COLUMN told text;
ALTER TABLE run DROP CONSTRAINT run_undo_cause_check;
ALTER TABLE run ADD CHECK (undo_cause IN ('REFUSED', 'TECHNICAL', 'REJECTED'));
CREATE INDEX run_changed ON run (changed_xid, seq);
CREATE INDEX run_open ON run (process, created_at) WHERE open;
CREATE INDEX run_not_done ON run (state, seq)
    WHERE state IN ('REFUSED', 'UNANSWERED', 'UNDONE', 'CANCELLED', 'REJECTED');

-- Steps before the checks: they do not bar cancellation.
ALTER TABLE step ADD COLUMN prelude boolean NOT NULL DEFAULT false;
-- Why a person decided to go on without the step.
ALTER TABLE step ADD COLUMN remark text;
-- The If-Match of the last attempt: one in doubt is sent again with the same.
ALTER TABLE step ADD COLUMN sent_if_match text;

ALTER TABLE exception_item ADD COLUMN resolution text
    CHECK (resolution IN ('RETRIED', 'SKIPPED', 'REJECTED', 'CANCELLED', 'SETTLED'));
ALTER TABLE exception_item ADD COLUMN resolved_by text;
ALTER TABLE exception_item ADD COLUMN reason text;
UPDATE exception_item e SET closed_at = clock_timestamp()
 WHERE closed_at IS NULL AND NOT EXISTS (SELECT FROM run r WHERE r.id = e.run_id AND r.open);
UPDATE exception_item SET resolution = 'SETTLED' WHERE closed_at IS NOT NULL;
ALTER TABLE exception_item ADD CHECK ((closed_at IS NULL) = (resolution IS NULL));
CREATE INDEX exception_queue ON exception_item (id) WHERE closed_at IS NULL;
CREATE INDEX exception_age ON exception_item (cause, opened_at) WHERE closed_at IS NULL;
CREATE INDEX exception_run ON exception_item (run_id);

-- Who did what to a run, when and why. Append-only.
CREATE TABLE run_audit (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id         text NOT NULL REFERENCES run,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    client         text NOT NULL,
    actor          text NOT NULL,
    correlation_id text NOT NULL,
    action         text NOT NULL CHECK (action IN ('RETRY', 'SKIP', 'REJECT', 'RESUME', 'CANCEL')),
    about          text NOT NULL,
    exception_id   bigint REFERENCES exception_item,
    reason         text
);
CREATE INDEX run_audit_run ON run_audit (run_id, id);

CREATE FUNCTION run_audit_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an audit entry is never changed or deleted';
END
$$;
CREATE TRIGGER run_audit_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON run_audit
    FOR EACH STATEMENT EXECUTE FUNCTION run_audit_stands();

-- The first answer to a request that intervened in a run.
CREATE TABLE intervention_answer (
    client      text NOT NULL,
    operation   text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    run_id      text NOT NULL REFERENCES run,
    body        bytea NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client, operation, key)
);
