CREATE SEQUENCE nonconformance_number START 70000001;

-- What does not conform, and how far its treatment is. What may happen in which status stands in the statements.
CREATE TABLE nonconformance (
    nonconformance_id text        PRIMARY KEY DEFAULT 'NC-' || nextval('nonconformance_number'),
    number            bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    plant             text        NOT NULL,
    item_id           text        NOT NULL,
    revision          text,
    lot               text,
    serials           text[]      NOT NULL DEFAULT '{}',
    order_number      text,
    operation         integer,
    supplier_id       text,
    defect_code       text        NOT NULL,
    quantity          numeric     NOT NULL CHECK (quantity > 0),
    unit              text        NOT NULL,
    severity          text        NOT NULL,
    description       text        NOT NULL,
    status            text        NOT NULL DEFAULT 'OPEN',
    disposition       jsonb,
    evidence          jsonb       NOT NULL DEFAULT '[]',
    raised_by         text        NOT NULL,
    raised_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    version           bigint      NOT NULL DEFAULT 1
);

CREATE INDEX nonconformance_item ON nonconformance (item_id, number);
CREATE INDEX nonconformance_order ON nonconformance (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX nonconformance_supplier ON nonconformance (supplier_id, number) WHERE supplier_id IS NOT NULL;
