-- The run ledger: business transactions that can be asked, replayed and trusted (docs/decisions/0002).

CREATE SEQUENCE run_order;
CREATE SEQUENCE run_fence;

CREATE TABLE run (
    id              text PRIMARY KEY,
    -- drawn while the advisory locks of all keys are held: a bare sequence is not commit order
    seq             bigint NOT NULL UNIQUE,
    process         text NOT NULL,
    subject         text NOT NULL,
    state           text NOT NULL CHECK (state IN ('QUEUED', 'CHECKING', 'RUNNING', 'WAITING', 'UNDOING', 'SUCCEEDED',
                        'REFUSED', 'UNANSWERED', 'UNDONE', 'CANCELLED', 'REJECTED')),
    open            boolean NOT NULL GENERATED ALWAYS AS
                        (state IN ('QUEUED', 'CHECKING', 'RUNNING', 'WAITING', 'UNDOING')) STORED,
    input           jsonb NOT NULL,
    verdict         jsonb,
    -- why a run undoes itself: a functional refusal is an answer, a technical failure frees the key
    undo_cause      text CHECK (undo_cause IN ('REFUSED', 'TECHNICAL')),
    give_up_at      timestamptz,
    owner           text,
    fence           bigint NOT NULL,
    lease_until     timestamptz NOT NULL,
    next_attempt_at timestamptz,
    served_until    timestamptz NOT NULL,
    client          text NOT NULL,
    actor           text NOT NULL,
    correlation_id  text NOT NULL,
    answer_status   integer,
    answer_body     bytea,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz
);
CREATE INDEX run_due ON run (next_attempt_at) WHERE open;
CREATE INDEX run_subject ON run (process, subject, seq);
CREATE INDEX run_correlation ON run (correlation_id);

CREATE TABLE run_key (
    run_id text NOT NULL REFERENCES run,
    key    text NOT NULL,
    seq    bigint NOT NULL,
    open   boolean NOT NULL DEFAULT true,
    PRIMARY KEY (run_id, key)
);
CREATE INDEX run_key_queue ON run_key (key, seq) WHERE open;
CREATE INDEX run_key_search ON run_key (key, seq);

CREATE TABLE step (
    run_id          text NOT NULL REFERENCES run,
    position        integer NOT NULL,
    name            text NOT NULL,
    -- whom the step is for: ERP, MES:1000, PLM, …
    target          text NOT NULL,
    -- the tier below it is sent through; local: done in this tier's own transaction
    via             text NOT NULL,
    method          text NOT NULL,
    path            text NOT NULL,
    body            bytea NOT NULL,
    -- READ: the current ETag is read before an attempt; anything else is sent as it is
    if_match        text,
    after           integer[] NOT NULL,
    pivot           boolean NOT NULL,
    undo_path       text,
    state           text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'SUCCEEDED', 'RETRYING', 'IN_DOUBT', 'PARKED',
                        'FAILED', 'SKIPPED', 'COMPENSATING', 'COMPENSATED')),
    attempts        integer NOT NULL DEFAULT 0,
    effect_key      text NOT NULL UNIQUE,
    reference       text,
    problem         jsonb,
    next_attempt_at timestamptz,
    started_at      timestamptz,
    ended_at        timestamptz,
    PRIMARY KEY (run_id, position)
);

-- Append-only: what was tried, when, and how it ended.
CREATE TABLE attempt (
    run_id     text NOT NULL,
    position   integer NOT NULL,
    number     integer NOT NULL,
    undo       boolean NOT NULL,
    fence      bigint NOT NULL,
    trace_id   text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    outcome    text,
    status     integer,
    detail     text,
    digest     text,
    PRIMARY KEY (run_id, position, number),
    FOREIGN KEY (run_id, position) REFERENCES step
);

CREATE TABLE exception_item (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id    text NOT NULL REFERENCES run,
    position  integer NOT NULL,
    cause     text NOT NULL CHECK (cause IN ('FUNCTIONAL', 'OUTCOME_UNKNOWN', 'DEFECT', 'UNDO_REFUSED')),
    detail    text NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at timestamptz
);
CREATE UNIQUE INDEX exception_open ON exception_item (run_id, position) WHERE closed_at IS NULL;

CREATE TABLE idempotency (
    client      text NOT NULL,
    operation   text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    run_id      text NOT NULL REFERENCES run,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client, operation, key)
);
CREATE INDEX idempotency_run ON idempotency (run_id);
