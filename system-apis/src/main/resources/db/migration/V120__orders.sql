-- Production orders with the structure they were created with, sales orders as a reference, purchase orders.

CREATE TABLE sales_order (
    sales_order_number text PRIMARY KEY,
    customer           text NOT NULL,
    status             text NOT NULL CHECK (status IN ('OPEN', 'ON_HOLD', 'CLOSED', 'CANCELLED')),
    version            bigint NOT NULL DEFAULT 1
);

CREATE SEQUENCE production_order_number START 1000001;
CREATE SEQUENCE purchase_order_number START 4600001;

CREATE TABLE production_order (
    order_number        text PRIMARY KEY,
    order_type          text NOT NULL,
    plant               text NOT NULL REFERENCES plant,
    item_id             text NOT NULL,
    revision            text NOT NULL,
    quantity            numeric NOT NULL CHECK (quantity > 0),
    unit                text NOT NULL REFERENCES unit,
    yielded             numeric NOT NULL DEFAULT 0 CHECK (yielded >= 0),
    scrapped            numeric NOT NULL DEFAULT 0 CHECK (scrapped >= 0),
    planned_start       date NOT NULL,
    planned_end         date NOT NULL,
    lifecycle           text NOT NULL CHECK (lifecycle IN ('CREATED', 'PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS', 'CONFIRMED',
                            'DELIVERED', 'TECHNICALLY_COMPLETED', 'CLOSED', 'CANCELLED')),
    flags               text[] NOT NULL DEFAULT '{}',
    lock_reason         text,
    sales_order_number  text REFERENCES sales_order,
    settlement_rule     text,
    parent_order_number text REFERENCES production_order,
    created_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    version             bigint NOT NULL DEFAULT 1,
    FOREIGN KEY (item_id, revision) REFERENCES revision,
    CHECK (planned_end >= planned_start)
);

CREATE INDEX production_order_by_item ON production_order (item_id, revision, order_number);
CREATE INDEX production_order_by_parent ON production_order (parent_order_number) WHERE parent_order_number IS NOT NULL;

CREATE TABLE production_order_component (
    order_number    text NOT NULL REFERENCES production_order,
    position        integer NOT NULL,
    item_id         text NOT NULL REFERENCES item,
    quantity        numeric NOT NULL CHECK (quantity > 0),
    operation       integer,
    required_on     date NOT NULL,
    supply_location text,
    issued          numeric NOT NULL DEFAULT 0 CHECK (issued >= 0),
    backflush       boolean NOT NULL,
    PRIMARY KEY (order_number, position)
);

CREATE INDEX production_order_component_by_item ON production_order_component (item_id, order_number);

CREATE TABLE production_order_lot (
    order_number text NOT NULL,
    position     integer NOT NULL,
    lot          text NOT NULL,
    quantity     numeric NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_number, position, lot),
    FOREIGN KEY (order_number, position) REFERENCES production_order_component ON DELETE CASCADE
);

CREATE TABLE production_order_operation (
    order_number   text NOT NULL REFERENCES production_order,
    number         integer NOT NULL,
    work_center_id text NOT NULL,
    plant          text NOT NULL,
    description    text NOT NULL,
    planned_start  date NOT NULL,
    planned_end    date NOT NULL,
    setup_seconds  numeric NOT NULL,
    run_seconds    numeric NOT NULL,
    inspection     boolean NOT NULL,
    status         text NOT NULL CHECK (status IN ('CREATED', 'RELEASED', 'CONFIRMED')),
    yield          numeric NOT NULL DEFAULT 0,
    scrap          numeric NOT NULL DEFAULT 0,
    PRIMARY KEY (order_number, number),
    FOREIGN KEY (plant, work_center_id) REFERENCES work_center
);

CREATE INDEX production_order_operation_load ON production_order_operation (plant, work_center_id, planned_start);

-- supplier_id stands on order and line: whoever owns the row can be told from the row.
CREATE TABLE purchase_order (
    order_number text PRIMARY KEY,
    supplier_id  text NOT NULL REFERENCES supplier,
    plant        text NOT NULL REFERENCES plant,
    currency     text NOT NULL,
    ordered_on   date NOT NULL,
    status       text NOT NULL CHECK (status IN ('ORDERED', 'PARTIALLY_CONFIRMED', 'CONFIRMED', 'CHANGE_REQUESTED', 'REJECTED', 'PARTIALLY_SHIPPED',
                     'SHIPPED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'CLOSED', 'CANCELLED')),
    version      bigint NOT NULL DEFAULT 1,
    UNIQUE (order_number, supplier_id)
);

CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id, order_number);

CREATE TABLE purchase_order_line (
    order_number     text NOT NULL,
    line             integer NOT NULL CHECK (line > 0),
    supplier_id      text NOT NULL,
    item_id          text NOT NULL REFERENCES item,
    supplier_item_id text,
    revision         text,
    quantity         numeric NOT NULL CHECK (quantity > 0),
    unit             text NOT NULL REFERENCES unit,
    -- The ordered quantity in the item's base unit.
    base_quantity    numeric NOT NULL CHECK (base_quantity > 0),
    confirmed        numeric NOT NULL DEFAULT 0 CHECK (confirmed >= 0),
    shipped          numeric NOT NULL DEFAULT 0 CHECK (shipped >= 0),
    -- In the item's base unit, as it was moved.
    received_base    numeric NOT NULL DEFAULT 0 CHECK (received_base >= 0),
    requested_on     date NOT NULL,
    confirmed_on     date,
    price            numeric CHECK (price >= 0),
    price_currency   text,
    PRIMARY KEY (order_number, line),
    FOREIGN KEY (order_number, supplier_id) REFERENCES purchase_order (order_number, supplier_id)
);

CREATE INDEX purchase_order_line_by_item ON purchase_order_line (item_id, order_number);

-- What is still to come, in base units: open purchase order lines and what released production orders will yield.
CREATE VIEW open_receipt AS
SELECT l.item_id, o.plant, coalesce(l.confirmed_on, l.requested_on) AS due_on,
       l.base_quantity - l.received_base AS quantity
  FROM purchase_order o
  JOIN purchase_order_line l USING (order_number)
 WHERE o.status NOT IN ('REJECTED', 'RECEIVED', 'CLOSED', 'CANCELLED')
   AND l.received_base < l.base_quantity
UNION ALL
SELECT p.item_id, p.plant, p.planned_end, p.quantity - p.yielded - p.scrapped
  FROM production_order p
 WHERE p.lifecycle IN ('PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS', 'CONFIRMED')
   AND p.quantity > p.yielded + p.scrapped;
