-- Items, what each plant adds to them, who supplies them, how they are measured, and what a usage status means.

-- What a status code means for a function: data, not code.
CREATE TABLE usage_policy (
    usage_status text NOT NULL,
    function     text NOT NULL CHECK (function IN ('PURCHASING', 'BOM_HEADER', 'BOM_COMPONENT', 'ROUTING',
                     'PRODUCTION_ORDER_HEADER', 'PRODUCTION_ORDER_COMPONENT', 'INVENTORY', 'QUALITY')),
    severity     text NOT NULL CHECK (severity IN ('NONE', 'WARN', 'BLOCK')),
    PRIMARY KEY (usage_status, function)
);

INSERT INTO usage_policy (usage_status, function, severity)
SELECT status, function, severity
  FROM (VALUES
    ('ACTIVE',    '{NONE,NONE,NONE,NONE,NONE,NONE,NONE,NONE}'::text[]),
    ('PROTOTYPE', '{WARN,NONE,WARN,NONE,WARN,WARN,NONE,NONE}'),
    ('PHASE_OUT', '{WARN,WARN,WARN,WARN,WARN,WARN,NONE,NONE}'),
    ('BLOCKED',   '{BLOCK,BLOCK,BLOCK,BLOCK,BLOCK,BLOCK,WARN,NONE}'),
    ('OBSOLETE',  '{BLOCK,BLOCK,BLOCK,BLOCK,BLOCK,BLOCK,WARN,NONE}')) AS p (status, severities),
  LATERAL unnest('{PURCHASING,BOM_HEADER,BOM_COMPONENT,ROUTING,PRODUCTION_ORDER_HEADER,PRODUCTION_ORDER_COMPONENT,INVENTORY,QUALITY}'::text[],
                 p.severities) AS f (function, severity);

CREATE TABLE item (
    item_id             text PRIMARY KEY,
    description         text NOT NULL,
    type                text NOT NULL CHECK (type IN ('RAW_MATERIAL', 'COMPONENT', 'ASSEMBLY', 'FINISHED_GOOD', 'CONSUMABLE')),
    base_unit           text NOT NULL REFERENCES unit,
    make_or_buy         text NOT NULL CHECK (make_or_buy IN ('MAKE', 'BUY')),
    usage_status        text NOT NULL,
    batch_managed       boolean NOT NULL,
    serial_managed      boolean NOT NULL,
    version             bigint NOT NULL DEFAULT 1,
    suppliers_version   bigint NOT NULL DEFAULT 0,
    conversions_version bigint NOT NULL DEFAULT 0,
    -- The feed of changes reads below the oldest open transaction, so nothing committed late is skipped.
    changed_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_xid         xid8 NOT NULL DEFAULT pg_current_xact_id()
);

CREATE INDEX item_changes ON item (changed_xid, item_id);

CREATE TABLE item_plant (
    item_id         text NOT NULL REFERENCES item,
    plant           text NOT NULL REFERENCES plant,
    procurement     text,
    supply_location text,
    lead_time_days  integer CHECK (lead_time_days >= 0),
    min_lot         numeric CHECK (min_lot > 0),
    max_lot         numeric CHECK (max_lot > 0),
    lot_multiple    numeric CHECK (lot_multiple > 0),
    usage_status    text,
    PRIMARY KEY (item_id, plant)
);

CREATE TABLE item_supplier (
    item_id          text NOT NULL REFERENCES item,
    supplier_id      text NOT NULL REFERENCES supplier,
    supplier_item_id text,
    preferred        boolean NOT NULL,
    status           text NOT NULL CHECK (status IN ('APPROVED', 'PENDING', 'BLOCKED')),
    PRIMARY KEY (item_id, supplier_id)
);

CREATE INDEX item_supplier_by_supplier ON item_supplier (supplier_id, item_id);

-- One of this unit is numerator/denominator of the item's base unit.
CREATE TABLE unit_conversion (
    item_id     text NOT NULL REFERENCES item,
    unit        text NOT NULL REFERENCES unit,
    numerator   bigint NOT NULL CHECK (numerator > 0),
    denominator bigint NOT NULL CHECK (denominator > 0),
    PRIMARY KEY (item_id, unit)
);

-- The one row that whoever moves, reserves, releases or re-revises an item in a plant holds while doing so.
CREATE TABLE anchor (
    item_id text NOT NULL REFERENCES item,
    plant   text NOT NULL REFERENCES plant,
    PRIMARY KEY (item_id, plant)
);

-- Whether a caller who is limited to plants, or to one supplier's share, may know of an item.
CREATE FUNCTION item_visible(of_item text, to_plants text[], to_supplier text) RETURNS boolean
LANGUAGE sql STABLE
RETURN (to_plants IS NULL
            OR EXISTS (SELECT FROM item_plant p WHERE p.item_id = of_item AND p.plant = ANY (to_plants)))
   AND (to_supplier IS NULL
            OR EXISTS (SELECT FROM item_supplier s WHERE s.item_id = of_item AND s.supplier_id = to_supplier AND s.status <> 'BLOCKED'));
