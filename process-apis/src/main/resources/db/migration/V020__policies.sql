-- Policies are data that people change: each change raises the policy's version and is kept with who made it.

ALTER TABLE release_policy RENAME COLUMN check_code TO "check";

-- What a target can take of an item and a change; null asks nothing.
CREATE TABLE target_profile (
    target                 text NOT NULL,
    plant                  text NOT NULL,
    id_pattern             text,
    max_description_length integer CHECK (max_description_length > 0),
    units                  text,
    revision_pattern       text,
    effectivity_kinds      text,
    needs_plant_extension  boolean NOT NULL,
    PRIMARY KEY (target, plant)
);
INSERT INTO target_profile VALUES
    ('ERP', '*', '[A-Z0-9][A-Z0-9._-]{0,39}', 200, NULL, '[A-Z]{1,3}|[0-9]{2}|[A-Z]{1,3}[.][0-9]{1,4}', 'DATE IMMEDIATE', true),
    ('MES', '*', '[A-Za-z0-9._-]{1,40}', 200, NULL, NULL, 'DATE IMMEDIATE', false),
    ('QUALITY', '*', '[A-Za-z0-9._-]{1,40}', NULL, NULL, NULL, 'DATE IMMEDIATE', false);

-- What a line that engineering adds becomes in production.
CREATE TABLE structure_rule (
    plant          text NOT NULL,
    component_type text NOT NULL,
    phantom        boolean NOT NULL,
    backflush      boolean NOT NULL,
    scrap_percent  numeric NOT NULL CHECK (scrap_percent >= 0 AND scrap_percent < 100),
    PRIMARY KEY (plant, component_type)
);
INSERT INTO structure_rule VALUES ('*', '*', false, false, 0), ('*', 'CONSUMABLE', false, true, 0);

CREATE TABLE policy (
    name       text PRIMARY KEY,
    version    bigint NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO policy (name, version, changed_by)
SELECT name, 1, 'shipped'
  FROM unnest(ARRAY['release', 'in-flight', 'usage', 'required-attributes', 'target-profiles', 'structure-rules']) AS name;

-- Append-only: what a policy said, who said so, and when.
CREATE TABLE policy_audit (
    name       text NOT NULL REFERENCES policy,
    version    bigint NOT NULL,
    rows       jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, version)
);
