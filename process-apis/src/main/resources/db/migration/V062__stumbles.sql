-- How often a worker of the run has met a bug of ours since a person last looked: after a few times one has to. Its exception is about
-- the run itself and stands at position -1, where no step is.
ALTER TABLE run ADD COLUMN stumbles integer NOT NULL DEFAULT 0;
