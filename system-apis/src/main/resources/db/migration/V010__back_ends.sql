-- Which plant's MES was given a job order: its address carries only the order's number.
CREATE TABLE job_order_route (
    order_number text PRIMARY KEY,
    plant        text NOT NULL
);

-- The same for the warehouse.
CREATE TABLE staging_route (
    order_number text PRIMARY KEY,
    plant        text NOT NULL
);

-- Changes whose release has been told: once per change and version, however often it is put.
CREATE TABLE released_change (
    change_number text   NOT NULL,
    version       bigint NOT NULL,
    PRIMARY KEY (change_number, version)
);
