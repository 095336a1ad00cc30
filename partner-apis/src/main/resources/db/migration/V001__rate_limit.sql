-- How many requests a supplier may still make: shared by all replicas.
CREATE TABLE bucket (
    id    text PRIMARY KEY,
    state bytea
);
