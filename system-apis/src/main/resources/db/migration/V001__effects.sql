-- What was done under an Idempotency-Key, with the answer as it was given. A row OPEN stands for a call to another
-- system whose outcome is not recorded yet: nobody else may send it before the lease is over.
CREATE TABLE idempotency (
    client       text        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'DONE')),
    run          text,
    attempt      integer     NOT NULL DEFAULT 1,
    lease_until  timestamptz,
    status       smallint,
    body         bytea,
    location     text,
    etag         text,
    content_type text,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client, operation, key),
    CHECK ((state = 'OPEN') = (lease_until IS NOT NULL)),
    CHECK ((state = 'DONE') = (status IS NOT NULL))
);

CREATE INDEX idempotency_done_age ON idempotency (created_at) WHERE state = 'DONE';

-- The highest fence seen per run: whoever comes with a lower one has been replaced.
CREATE TABLE fence (
    run     text        PRIMARY KEY,
    fence   bigint      NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
