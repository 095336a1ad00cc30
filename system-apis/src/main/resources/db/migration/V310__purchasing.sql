-- What a supplier answers to an order, line by line, and what it ships.

ALTER TABLE purchase_order ADD end_reason text;

-- What is agreed, announced and on its way, in the item's base unit. A line's state follows from its quantities alone.
ALTER TABLE purchase_order_line
    ADD confirmed_base numeric NOT NULL DEFAULT 0 CHECK (confirmed_base >= 0),
    ADD shipped_base   numeric NOT NULL DEFAULT 0 CHECK (shipped_base >= 0),
    -- Announced, neither received nor withdrawn: a part of what is shipped.
    ADD on_way_base    numeric NOT NULL DEFAULT 0 CHECK (on_way_base >= 0),
    ADD awaiting       boolean NOT NULL DEFAULT false,
    ADD rejected       boolean NOT NULL DEFAULT false,
    ADD CHECK (on_way_base <= shipped_base),
    ADD CHECK ((confirmed > 0) = (confirmed_base > 0)),
    ADD CHECK (NOT (awaiting AND rejected)),
    ADD CHECK (NOT rejected OR (confirmed = 0 AND on_way_base = 0)),
    DROP COLUMN shipped;

ALTER TABLE purchase_order_line
    ADD agreed_base numeric GENERATED ALWAYS AS (CASE WHEN confirmed_base > 0 THEN confirmed_base ELSE base_quantity END) STORED,
    ADD state text GENERATED ALWAYS AS (
        CASE WHEN rejected THEN 'REJECTED'
             WHEN awaiting THEN 'AWAITING_DECISION'
             WHEN received_base >= CASE WHEN confirmed_base > 0 THEN confirmed_base ELSE base_quantity END THEN 'RECEIVED'
             WHEN received_base > 0 THEN 'PARTIALLY_RECEIVED'
             WHEN shipped_base >= CASE WHEN confirmed_base > 0 THEN confirmed_base ELSE base_quantity END THEN 'SHIPPED'
             WHEN shipped_base > 0 THEN 'PARTIALLY_SHIPPED'
             WHEN confirmed_base > 0 THEN 'CONFIRMED'
             ELSE 'ORDERED' END) STORED;

-- A receipt may name the line it is for.
ALTER TABLE movement ADD purchase_order_line integer;

-- What is still to come: of a purchase order line what has been agreed, and nothing of a rejected one.
CREATE OR REPLACE VIEW open_receipt AS
SELECT l.item_id, o.plant, coalesce(l.confirmed_on, l.requested_on) AS due_on,
       l.agreed_base - l.received_base AS quantity
  FROM purchase_order o
  JOIN purchase_order_line l USING (order_number)
 WHERE o.status NOT IN ('REJECTED', 'RECEIVED', 'CLOSED', 'CANCELLED')
   AND NOT l.rejected
   AND l.received_base < l.agreed_base
UNION ALL
SELECT p.item_id, p.plant, p.planned_end, p.quantity - p.yielded - p.scrapped
  FROM production_order p
 WHERE p.lifecycle IN ('PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS', 'CONFIRMED')
   AND p.quantity > p.yielded + p.scrapped;

-- supplier_id stands on every row: whoever owns it can be told from the row.
CREATE TABLE acknowledgement (
    acknowledgement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number       text NOT NULL,
    supplier_id        text NOT NULL,
    responded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    responded_by       text NOT NULL,
    version            bigint NOT NULL DEFAULT 1,
    FOREIGN KEY (order_number, supplier_id) REFERENCES purchase_order (order_number, supplier_id)
);

CREATE INDEX acknowledgement_by_order ON acknowledgement (order_number, acknowledgement_id);

CREATE TABLE acknowledgement_line (
    acknowledgement_id bigint NOT NULL REFERENCES acknowledgement,
    order_number       text NOT NULL,
    line               integer NOT NULL,
    supplier_id        text NOT NULL,
    response           text NOT NULL CHECK (response IN ('ACCEPT', 'ACCEPT_WITH_CHANGE', 'BACKORDER', 'RESCHEDULE', 'REJECT')),
    -- What the supplier will deliver, and when; in the unit of the order's line.
    quantity           numeric CHECK (quantity > 0),
    unit               text REFERENCES unit,
    base_quantity      numeric CHECK (base_quantity > 0),
    delivery_on        date,
    reason             text,
    state              text NOT NULL CHECK (state IN ('ACCEPTED', 'AWAITING_DECISION', 'REJECTED', 'CHANGE_ACCEPTED', 'CHANGE_REFUSED')),
    decided_by         text,
    decided_at         timestamptz,
    decision_reason    text,
    PRIMARY KEY (acknowledgement_id, line),
    FOREIGN KEY (order_number, line) REFERENCES purchase_order_line
);

CREATE SEQUENCE shipment_number START 80000001;

CREATE TABLE shipment (
    shipment_id     text PRIMARY KEY DEFAULT 'SH-' || nextval('shipment_number'),
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    supplier_id     text NOT NULL,
    order_number    text NOT NULL,
    plant           text NOT NULL REFERENCES plant,
    carrier         text,
    tracking_number text,
    announced_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expected_at     timestamptz NOT NULL,
    departed_at     timestamptz,
    arrived_at      timestamptz,
    received_at     timestamptz,
    status          text NOT NULL DEFAULT 'ANNOUNCED' CHECK (status IN ('ANNOUNCED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVED', 'CANCELLED')),
    cancel_reason   text,
    announced_by    text NOT NULL,
    version         bigint NOT NULL DEFAULT 1,
    FOREIGN KEY (order_number, supplier_id) REFERENCES purchase_order (order_number, supplier_id)
);

CREATE INDEX shipment_by_order ON shipment (order_number, number);
CREATE INDEX shipment_by_supplier ON shipment (supplier_id, number);

CREATE TABLE shipment_line (
    shipment_id    text NOT NULL REFERENCES shipment,
    position       integer NOT NULL,
    order_number   text NOT NULL,
    line           integer NOT NULL,
    supplier_id    text NOT NULL,
    item_id        text NOT NULL REFERENCES item,
    quantity       numeric NOT NULL CHECK (quantity > 0),
    unit           text NOT NULL REFERENCES unit,
    base_quantity  numeric NOT NULL CHECK (base_quantity > 0),
    lot            text,
    serials        text[] NOT NULL DEFAULT '{}',
    -- What was really there: unknown until it is received.
    received       numeric CHECK (received >= 0),
    received_unit  text REFERENCES unit,
    received_lot   text,
    PRIMARY KEY (shipment_id, position),
    FOREIGN KEY (order_number, line) REFERENCES purchase_order_line
);

CREATE INDEX shipment_line_by_order ON shipment_line (order_number, line);

-- A supplier ships one piece once; a cancelled shipment sets its serials free.
CREATE TABLE shipped_serial (
    supplier_id text NOT NULL,
    item_id     text NOT NULL,
    serial      text NOT NULL,
    shipment_id text NOT NULL REFERENCES shipment,
    PRIMARY KEY (supplier_id, item_id, serial)
);
