-- Keys of runs that have ended, and batches that have, are forgotten when nobody may repeat them any more.
CREATE INDEX idempotency_age ON idempotency (created_at);
CREATE INDEX release_batch_ended ON release_batch (ended_at) WHERE ended_at IS NOT NULL;
