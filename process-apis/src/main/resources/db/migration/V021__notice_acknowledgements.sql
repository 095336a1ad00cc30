-- The first answer to each acknowledgement of a notice: a request that is sent again gets it again.
CREATE TABLE notice_answer (
    client      text NOT NULL,
    operation   text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    body        bytea NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client, operation, key)
);
