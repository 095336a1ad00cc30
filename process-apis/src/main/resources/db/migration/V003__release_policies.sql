-- What a failed check of a release means: the most specific row wins, '*' stands for any.
CREATE TABLE release_policy (
    plant      text NOT NULL,
    order_type text NOT NULL,
    check_code text NOT NULL,
    mode       text NOT NULL CHECK (mode IN ('RUN', 'SKIP')),
    on_fail    text NOT NULL CHECK (on_fail IN ('BLOCK', 'ASK', 'WARN')),
    PRIMARY KEY (plant, order_type, check_code)
);
INSERT INTO release_policy VALUES
    ('*', '*', '*', 'RUN', 'BLOCK'),
    ('*', '*', 'quantity-and-dates', 'RUN', 'ASK');

-- What happens to open orders when a revision changes.
CREATE TABLE in_flight_policy (
    plant  text PRIMARY KEY,
    policy text NOT NULL CHECK (policy IN ('FINISH_ON_OLD', 'PULL_FORWARD', 'BLOCK'))
);
INSERT INTO in_flight_policy VALUES ('*', 'FINISH_ON_OLD');

-- What a usage status means for a function (as SAP's T141 does).
CREATE TABLE usage_policy (
    usage_status text NOT NULL,
    function     text NOT NULL,
    severity     text NOT NULL CHECK (severity IN ('NONE', 'WARN', 'BLOCK')),
    PRIMARY KEY (usage_status, function)
);
INSERT INTO usage_policy VALUES
    ('ACTIVE', 'PRODUCTION_ORDER_HEADER', 'NONE'),     ('ACTIVE', 'PRODUCTION_ORDER_COMPONENT', 'NONE'),
    ('PHASE_OUT', 'PRODUCTION_ORDER_HEADER', 'WARN'),  ('PHASE_OUT', 'PRODUCTION_ORDER_COMPONENT', 'WARN'),
    ('BLOCKED', 'PRODUCTION_ORDER_HEADER', 'BLOCK'),   ('BLOCKED', 'PRODUCTION_ORDER_COMPONENT', 'BLOCK'),
    ('OBSOLETE', 'PRODUCTION_ORDER_HEADER', 'BLOCK'),  ('OBSOLETE', 'PRODUCTION_ORDER_COMPONENT', 'BLOCK');
