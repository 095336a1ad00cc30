-- A draft's body is completed, and then never changed again, just before it is first sent.
ALTER TABLE step ADD COLUMN draft boolean NOT NULL DEFAULT false;
