-- Plants, suppliers, cross-references, and where each master record came from.

CREATE TABLE plant (
    plant      text PRIMARY KEY,
    name       text NOT NULL,
    time_zone  text NOT NULL,
    version    bigint NOT NULL DEFAULT 1
);

CREATE TABLE supplier (
    supplier_id text PRIMARY KEY,
    name        text NOT NULL,
    status      text NOT NULL CHECK (status IN ('ACTIVE', 'BLOCKED')),
    version     bigint NOT NULL DEFAULT 1
);

CREATE TABLE cross_reference (
    kind         text NOT NULL CHECK (kind IN ('ITEM', 'SUPPLIER', 'WORK_CENTER', 'UNIT', 'LOCATION', 'REVISION')),
    system       text NOT NULL,
    external_id  text NOT NULL,
    canonical_id text NOT NULL,
    version      bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, system, external_id)
);

CREATE INDEX cross_reference_canonical ON cross_reference (kind, canonical_id, system);

-- Lineage: which system wrote a record, under which name it knows it, and when it last did.
CREATE TABLE record_source (
    kind       text NOT NULL,
    record_id  text NOT NULL,
    system     text NOT NULL,
    id         text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (kind, record_id, system)
);
