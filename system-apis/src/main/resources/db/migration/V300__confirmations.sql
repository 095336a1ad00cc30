-- What the MES reports of production orders, what each type of order needs, and what was last found out about their material.

-- '*' stands for every type that is not listed.
CREATE TABLE order_type (
    order_type            text PRIMARY KEY,
    description           text NOT NULL,
    needs_settlement_rule boolean NOT NULL
);

INSERT INTO order_type (order_type, description, needs_settlement_rule)
VALUES ('STANDARD', 'Series production, settled to the material or the sales order', true),
       ('REWORK', 'Rework, settled to whoever caused it', true),
       ('PROTOTYPE', 'Prototypes, paid by development', false),
       ('*', 'Every other type', false);

-- Null until somebody has asked for the order's whole material.
ALTER TABLE production_order ADD COLUMN availability text CHECK (availability IN ('ENOUGH', 'SHORT'));

CREATE TABLE production_order_confirmation (
    confirmation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number    text NOT NULL REFERENCES production_order,
    operation       integer NOT NULL,
    -- In the order's unit.
    yield           numeric NOT NULL CHECK (yield >= 0),
    scrap           numeric NOT NULL CHECK (scrap >= 0),
    rework          numeric NOT NULL CHECK (rework >= 0),
    reason_code     text,
    final           boolean NOT NULL,
    started_at      timestamptz NOT NULL,
    ended_at        timestamptz NOT NULL CHECK (ended_at >= started_at),
    external_id     text NOT NULL,
    movements       bigint[] NOT NULL DEFAULT '{}',
    confirmed_by    text NOT NULL,
    confirmed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (order_number, external_id)
);

CREATE INDEX production_order_confirmation_by_order ON production_order_confirmation (order_number, confirmation_id);
