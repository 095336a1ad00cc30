-- What buyer and supplier do about quality together: notifications and corrective actions. supplier_id stands on every row.

CREATE SEQUENCE quality_notification_number START 71000001;

CREATE TABLE quality_notification (
    notification_id   text PRIMARY KEY DEFAULT 'QN-' || nextval('quality_notification_number'),
    number            bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    type              text NOT NULL CHECK (type IN ('ALERT', 'INVESTIGATION')),
    supplier_id       text NOT NULL REFERENCES supplier,
    plant             text NOT NULL REFERENCES plant,
    title             text NOT NULL,
    description       text NOT NULL,
    severity          text NOT NULL CHECK (severity IN ('MINOR', 'MAJOR', 'CRITICAL', 'LIFE_THREATENING')),
    affected          jsonb NOT NULL,
    nonconformance_id text,
    answer_by         date,
    status            text NOT NULL DEFAULT 'CREATED' CHECK (status IN ('CREATED', 'SENT', 'RECEIVED', 'ACKNOWLEDGED', 'ACCEPTED', 'DECLINED',
                          'CLOSED', 'CANCELED')),
    answer            text,
    closing_remark    text,
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at           timestamptz,
    received_at       timestamptz,
    acknowledged_at   timestamptz,
    answered_at       timestamptz,
    ended_at          timestamptz,
    version           bigint NOT NULL DEFAULT 1
);

CREATE INDEX quality_notification_by_supplier ON quality_notification (supplier_id, number);

-- Who did what: only ever added to.
CREATE TABLE quality_notification_audit (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notification_id text NOT NULL REFERENCES quality_notification,
    step            text NOT NULL,
    status          text NOT NULL,
    side            text NOT NULL,
    by              text NOT NULL,
    at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    remark          text
);

CREATE INDEX quality_notification_audit_by_notification ON quality_notification_audit (notification_id, number);

CREATE SEQUENCE corrective_action_number START 72000001;

CREATE TABLE corrective_action (
    corrective_action_id text PRIMARY KEY DEFAULT 'CA-' || nextval('corrective_action_number'),
    number               bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    supplier_id          text NOT NULL REFERENCES supplier,
    plant                text NOT NULL REFERENCES plant,
    item_id              text NOT NULL REFERENCES item,
    lot                  text,
    nonconformance_id    text,
    title                text NOT NULL,
    description          text NOT NULL,
    severity             text NOT NULL CHECK (severity IN ('MINOR', 'MAJOR', 'CRITICAL')),
    status               text NOT NULL DEFAULT 'ISSUED' CHECK (status IN ('ISSUED', 'ACKNOWLEDGED', 'CONTAINMENT_SUBMITTED', 'ROOT_CAUSE_SUBMITTED',
                             'PLAN_SUBMITTED', 'PLAN_ACCEPTED', 'IMPLEMENTED', 'VERIFIED', 'CLOSED', 'DECLINED', 'CANCELLED')),
    -- By when each stage is due: [{stage, dueOn}].
    due_dates            jsonb NOT NULL,
    issued_at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    version              bigint NOT NULL DEFAULT 1
);

CREATE INDEX corrective_action_by_supplier ON corrective_action (supplier_id, number);

-- What stands now of D0 to D8; what stood before is in the history.
CREATE TABLE corrective_action_discipline (
    corrective_action_id text NOT NULL REFERENCES corrective_action,
    discipline           text NOT NULL CHECK (discipline IN ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')),
    content              jsonb NOT NULL,
    version              bigint NOT NULL DEFAULT 1,
    updated_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (corrective_action_id, discipline)
);

-- Everything that was done, with every content that was ever written: only ever added to.
CREATE TABLE corrective_action_history (
    number               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    corrective_action_id text NOT NULL REFERENCES corrective_action,
    deed                 text NOT NULL,
    status               text NOT NULL,
    side                 text NOT NULL,
    by                   text NOT NULL,
    at                   timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason               text,
    content              jsonb
);

CREATE INDEX corrective_action_history_by_action ON corrective_action_history (corrective_action_id, number);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'system_apis') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON corrective_action_history, quality_notification_audit FROM system_apis;
    END IF;
END $$;

-- Files, in pieces: written while they arrive, read while they leave. Content that nobody refers to is swept away.
CREATE TABLE attachment_content (
    content_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staged_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE attachment_chunk (
    content_id bigint NOT NULL REFERENCES attachment_content ON DELETE CASCADE,
    number     integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (content_id, number)
);

ALTER TABLE attachment_chunk ALTER bytes SET STORAGE EXTERNAL;

CREATE SEQUENCE attachment_number START 73000001;

CREATE TABLE corrective_action_attachment (
    attachment_id        text PRIMARY KEY DEFAULT 'AT-' || nextval('attachment_number'),
    number               bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    corrective_action_id text NOT NULL REFERENCES corrective_action,
    supplier_id          text NOT NULL,
    content_id           bigint NOT NULL UNIQUE REFERENCES attachment_content,
    filename             text NOT NULL,
    media_type           text NOT NULL,
    size                 bigint NOT NULL CHECK (size > 0),
    sha256               text NOT NULL,
    discipline           text,
    side                 text NOT NULL,
    by                   text NOT NULL,
    uploaded_at          timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX corrective_action_attachment_by_action ON corrective_action_attachment (corrective_action_id, number);
