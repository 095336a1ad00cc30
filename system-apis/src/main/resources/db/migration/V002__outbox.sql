-- The last event of each ordering key. Its row lock puts the writers of one key in line.
CREATE TABLE outbox_sequence (
    ordering_key text   PRIMARY KEY,
    sequence     bigint NOT NULL,
    xid          xid8   NOT NULL
);

-- Every business fact, written in the transaction of its effect. xid is never lower than the writing transaction's
-- own and never lower than that of the key's event before: below pg_snapshot_xmin nothing can still appear, and
-- (xid, position) keeps each key in order.
CREATE TABLE outbox (
    position       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id             uuid        NOT NULL UNIQUE DEFAULT uuidv7(),
    type           text        NOT NULL,
    ordering_key   text        NOT NULL,
    sequence       bigint      NOT NULL,
    time           timestamptz NOT NULL DEFAULT clock_timestamp(),
    correlation_id text        NOT NULL,
    traceparent    text        NOT NULL,
    data           jsonb       NOT NULL,
    UNIQUE (ordering_key, sequence)
);

CREATE INDEX outbox_feed ON outbox (xid, position);
