-- Revisions, and the structure (BOM) and routing that each has per plant.

CREATE TABLE revision (
    item_id            text NOT NULL REFERENCES item,
    revision           text NOT NULL,
    -- The revision's place in the configured scheme: revisions are never compared as strings.
    rank               bigint NOT NULL,
    status             text NOT NULL CHECK (status IN ('IN_WORK', 'IN_REVIEW', 'RELEASED', 'OBSOLETE')),
    effectivity_kind   text NOT NULL CHECK (effectivity_kind IN ('DATE', 'IMMEDIATE')),
    -- The plant day on which it begins to hold: the date of a DATE, the day of release of an IMMEDIATE.
    effective_from     date,
    effective_to       date,
    change_number      text,
    attributes         jsonb NOT NULL,
    specification_urls jsonb NOT NULL,
    version            bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (item_id, revision),
    UNIQUE (item_id, rank),
    CHECK (effective_to IS NULL OR effective_to >= effective_from)
);

-- The revision that holds on a day: of those released and begun, the one that began last (the higher one if two began together).
-- A deviation ends by its effective_to, and what held before holds again.
CREATE FUNCTION effective_revision(of_item text, on_day date) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT r.revision
          FROM revision r
         WHERE r.item_id = of_item
           AND r.status = 'RELEASED'
           AND r.effective_from <= on_day
           AND (r.effective_to IS NULL OR r.effective_to >= on_day)
         ORDER BY r.effective_from DESC, r.rank DESC
         LIMIT 1);

-- Today in a plant.
CREATE FUNCTION plant_day(of_plant text) RETURNS date
LANGUAGE sql STABLE
RETURN (SELECT (clock_timestamp() AT TIME ZONE p.time_zone)::date FROM plant p WHERE p.plant = of_plant);

-- Today where an item lives: in its first plant, or UTC as long as no plant has it.
CREATE FUNCTION item_day(of_item text) RETURNS date
LANGUAGE sql STABLE
RETURN coalesce(
    (SELECT plant_day(min(ip.plant)) FROM item_plant ip WHERE ip.item_id = of_item),
    (clock_timestamp() AT TIME ZONE 'UTC')::date);

CREATE TABLE bom (
    item_id        text NOT NULL,
    revision       text NOT NULL,
    plant          text NOT NULL REFERENCES plant,
    usage          text NOT NULL,
    status         text NOT NULL CHECK (status IN ('DRAFT', 'CERTIFIED', 'SUPERSEDED', 'INACTIVE')),
    base_quantity  numeric NOT NULL CHECK (base_quantity > 0),
    effective_from date,
    effective_to   date,
    effectivity_kind text NOT NULL CHECK (effectivity_kind IN ('DATE', 'IMMEDIATE')),
    version        bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (item_id, revision, plant),
    FOREIGN KEY (item_id, revision) REFERENCES revision
);

CREATE TABLE bom_line (
    item_id           text NOT NULL,
    revision          text NOT NULL,
    plant             text NOT NULL,
    position          integer NOT NULL CHECK (position > 0),
    component_id      text NOT NULL REFERENCES item,
    quantity          numeric NOT NULL CHECK (quantity > 0),
    unit              text NOT NULL REFERENCES unit,
    -- The same in the component's base unit, exactly: numerator/denominator.
    numerator         numeric NOT NULL CHECK (numerator > 0),
    denominator       numeric NOT NULL CHECK (denominator > 0),
    scrap_percent     numeric NOT NULL CHECK (scrap_percent >= 0 AND scrap_percent < 100),
    phantom           boolean NOT NULL,
    backflush         boolean NOT NULL,
    operation         integer,
    effectivity_kind  text CHECK (effectivity_kind IN ('DATE', 'IMMEDIATE')),
    effective_from    date,
    effective_to      date,
    alternative_group text,
    PRIMARY KEY (item_id, revision, plant, position),
    FOREIGN KEY (item_id, revision, plant) REFERENCES bom
);

CREATE INDEX bom_line_where_used ON bom_line (component_id, item_id, revision, plant);

CREATE TABLE work_center (
    plant                  text NOT NULL REFERENCES plant,
    work_center_id         text NOT NULL,
    description            text NOT NULL,
    status                 text NOT NULL CHECK (status IN ('ACTIVE', 'DOWN', 'TO_BE_DELETED')),
    valid_from             date NOT NULL,
    valid_to               date,
    daily_capacity_seconds bigint NOT NULL CHECK (daily_capacity_seconds >= 0),
    version                bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (plant, work_center_id)
);

CREATE TABLE routing (
    item_id          text NOT NULL,
    revision         text NOT NULL,
    plant            text NOT NULL REFERENCES plant,
    status           text NOT NULL CHECK (status IN ('DRAFT', 'CERTIFIED', 'SUPERSEDED', 'INACTIVE')),
    lot_size_from    numeric CHECK (lot_size_from > 0),
    lot_size_to      numeric CHECK (lot_size_to > 0),
    lot_size_unit    text REFERENCES unit,
    effectivity_kind text NOT NULL CHECK (effectivity_kind IN ('DATE', 'IMMEDIATE')),
    effective_from   date,
    effective_to     date,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (item_id, revision, plant),
    FOREIGN KEY (item_id, revision) REFERENCES revision
);

CREATE TABLE routing_operation (
    item_id          text NOT NULL,
    revision         text NOT NULL,
    plant            text NOT NULL,
    number           integer NOT NULL CHECK (number > 0),
    work_center_id   text NOT NULL,
    description      text NOT NULL,
    setup_seconds    numeric NOT NULL CHECK (setup_seconds >= 0),
    run_seconds      numeric NOT NULL CHECK (run_seconds >= 0),
    inspection       boolean NOT NULL,
    subcontractor_id text REFERENCES supplier,
    PRIMARY KEY (item_id, revision, plant, number),
    FOREIGN KEY (item_id, revision, plant) REFERENCES routing,
    FOREIGN KEY (plant, work_center_id) REFERENCES work_center
);

-- The smallest decimal with so many digits behind the point that is not less than amount/per; nothing drifts on the way there.
CREATE FUNCTION ceil_ratio(amount numeric, per numeric, digits integer) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trim_scale((div(amount * power(10::numeric, digits), per)
                   + CASE WHEN mod(amount * power(10::numeric, digits), per) > 0 THEN 1 ELSE 0 END) / power(10::numeric, digits));
