-- Stock: movements that are only ever added to, and balances that are always their sum.

-- Whose a lot is: the supplier's whose purchase order its first receipt named.
CREATE TABLE lot (
    item_id     text NOT NULL REFERENCES item,
    lot         text NOT NULL,
    supplier_id text REFERENCES supplier,
    PRIMARY KEY (item_id, lot)
);

CREATE INDEX lot_by_supplier ON lot (supplier_id, item_id);

CREATE TABLE movement (
    movement_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type                  text NOT NULL CHECK (type IN ('RECEIPT', 'ISSUE', 'RETURN', 'TRANSFER', 'SCRAP', 'STOCK_TYPE_CHANGE', 'ADJUSTMENT')),
    item_id               text NOT NULL REFERENCES item,
    plant                 text NOT NULL REFERENCES plant,
    from_location         text,
    from_stock_type       text,
    to_location           text,
    to_stock_type         text,
    lot                   text,
    -- In the item's base unit.
    quantity              numeric NOT NULL CHECK (quantity > 0),
    order_number          text,
    purchase_order_number text,
    supplier_id           text,
    reason_code           text,
    posted_at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    posted_by             text NOT NULL,
    reversal_of           bigint UNIQUE REFERENCES movement,
    CHECK ((from_location IS NULL) = (from_stock_type IS NULL)),
    CHECK ((to_location IS NULL) = (to_stock_type IS NULL)),
    CHECK (from_location IS NOT NULL OR to_location IS NOT NULL)
);

CREATE INDEX movement_by_item ON movement (item_id, plant, movement_id);
CREATE INDEX movement_by_order ON movement (order_number, movement_id) WHERE order_number IS NOT NULL;
CREATE INDEX movement_by_purchase_order ON movement (purchase_order_number, movement_id) WHERE purchase_order_number IS NOT NULL;

CREATE FUNCTION movement_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a movement is never changed: post its reversal';
END $$;

CREATE TRIGGER movement_append_only BEFORE UPDATE OR DELETE ON movement
    FOR EACH ROW EXECUTE FUNCTION movement_is_append_only();
CREATE TRIGGER movement_never_truncated BEFORE TRUNCATE ON movement
    FOR EACH STATEMENT EXECUTE FUNCTION movement_is_append_only();

CREATE TABLE balance (
    item_id    text NOT NULL REFERENCES item,
    plant      text NOT NULL REFERENCES plant,
    location   text NOT NULL,
    lot        text NOT NULL DEFAULT '',
    stock_type text NOT NULL CHECK (stock_type IN ('UNRESTRICTED', 'QUALITY_INSPECTION', 'BLOCKED', 'RETURNS', 'IN_TRANSIT')),
    quantity   numeric NOT NULL CHECK (quantity >= 0),
    as_of      timestamptz NOT NULL,
    PRIMARY KEY (item_id, plant, location, lot, stock_type)
);

-- What the balances must say: the sum of the movements.
CREATE VIEW movement_sum AS
SELECT item_id, plant, location, lot, stock_type, sum(quantity) AS quantity
  FROM (SELECT item_id, plant, to_location AS location, coalesce(lot, '') AS lot, to_stock_type AS stock_type, quantity
          FROM movement WHERE to_location IS NOT NULL
        UNION ALL
        SELECT item_id, plant, from_location, coalesce(lot, ''), from_stock_type, -quantity
          FROM movement WHERE from_location IS NOT NULL) AS entry
 GROUP BY item_id, plant, location, lot, stock_type;

CREATE TABLE reservation (
    reservation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number   text NOT NULL,
    plant          text NOT NULL REFERENCES plant,
    status         text NOT NULL CHECK (status IN ('OPEN', 'CONSUMED', 'CANCELLED')),
    cancel_reason  text,
    version        bigint NOT NULL DEFAULT 1
);

CREATE UNIQUE INDEX reservation_open ON reservation (order_number) WHERE status = 'OPEN';
CREATE INDEX reservation_by_order ON reservation (order_number, reservation_id);

CREATE TABLE reservation_line (
    reservation_id bigint NOT NULL REFERENCES reservation,
    position       integer NOT NULL,
    item_id        text NOT NULL REFERENCES item,
    quantity       numeric NOT NULL CHECK (quantity > 0),
    required_on    date NOT NULL,
    consumed       numeric NOT NULL DEFAULT 0 CHECK (consumed >= 0),
    PRIMARY KEY (reservation_id, position)
);

CREATE INDEX reservation_line_by_item ON reservation_line (item_id, reservation_id);

CREATE TABLE hold (
    hold_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope             text NOT NULL CHECK (scope IN ('ITEM', 'LOT', 'SERIAL', 'ORDER', 'SUPPLIER')),
    target            text NOT NULL,
    reason            text NOT NULL,
    nonconformance_id text,
    consume           boolean NOT NULL,
    release           boolean NOT NULL,
    ship              boolean NOT NULL,
    pay               boolean NOT NULL,
    status            text NOT NULL CHECK (status IN ('ACTIVE', 'RELEASED')),
    placed_by         text NOT NULL,
    placed_at         timestamptz NOT NULL,
    released_by       text,
    released_at       timestamptz,
    evidence          text,
    version           bigint NOT NULL DEFAULT 1
);

CREATE INDEX hold_active ON hold (scope, target) WHERE status = 'ACTIVE';

-- Whether stock must not be consumed: an active hold on the item, on the lot, or on the supplier whose lot it is.
CREATE FUNCTION consuming_held(of_item text, of_lot text) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM hold h WHERE h.status = 'ACTIVE' AND h.consume AND h.scope = 'ITEM' AND h.target = of_item)
    OR EXISTS (SELECT FROM hold h WHERE h.status = 'ACTIVE' AND h.consume AND h.scope = 'LOT' AND h.target = of_item || '/' || of_lot)
    OR EXISTS (SELECT FROM lot l JOIN hold h ON h.scope = 'SUPPLIER' AND h.target = l.supplier_id
                WHERE l.item_id = of_item AND l.lot = of_lot AND h.status = 'ACTIVE' AND h.consume);

-- What may be consumed.
CREATE VIEW usable_stock AS
SELECT item_id, plant, location, lot, quantity
  FROM balance
 WHERE stock_type = 'UNRESTRICTED' AND quantity > 0 AND NOT consuming_held(item_id, lot);

-- What is promised to orders and not taken yet.
CREATE VIEW open_demand AS
SELECT r.order_number, r.plant, l.item_id, l.required_on, l.quantity - l.consumed AS quantity
  FROM reservation r
  JOIN reservation_line l USING (reservation_id)
 WHERE r.status = 'OPEN' AND l.consumed < l.quantity;

-- A movement may be written, never changed, whatever the schema's defaults grant.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'system_apis') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON movement FROM system_apis;
    END IF;
END $$;
