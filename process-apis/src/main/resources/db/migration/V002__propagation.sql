-- What propagation keeps beside its runs.

CREATE TABLE propagation (
    run_id         text PRIMARY KEY REFERENCES run,
    change_number  text NOT NULL,
    change_version bigint NOT NULL,
    content        text NOT NULL,
    -- a refused or cancelled propagation makes room for another of the same version
    live           boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX propagation_once ON propagation (change_number, change_version) WHERE live;
CREATE INDEX propagation_change ON propagation (change_number);

CREATE TABLE supplier_notice (
    supplier_id     text NOT NULL,
    change_number   text NOT NULL,
    change_version  bigint NOT NULL,
    title           text NOT NULL,
    effectivity     jsonb NOT NULL,
    parts           jsonb NOT NULL,
    run_id          text NOT NULL REFERENCES run,
    issued_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    acknowledged_at timestamptz,
    acknowledged_by text,
    PRIMARY KEY (supplier_id, change_number)
);
CREATE INDEX supplier_notice_list ON supplier_notice (supplier_id, issued_at, change_number);

-- Attributes that a lifecycle asks for; '*' stands for any.
CREATE TABLE required_attribute (
    item_type text NOT NULL,
    plant     text NOT NULL,
    lifecycle text NOT NULL,
    attribute text NOT NULL,
    PRIMARY KEY (item_type, plant, lifecycle, attribute)
);
INSERT INTO required_attribute VALUES ('*', '*', 'RELEASED', 'drawingNumber'), ('*', '*', 'RELEASED', 'material');
