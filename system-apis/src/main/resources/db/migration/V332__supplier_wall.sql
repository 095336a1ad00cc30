-- The second wall around a supplier's share (the first is in every query): a connection that acts for nobody sees nothing, one that acts
-- for a supplier sees that supplier's rows, and '*' stands for everybody inside. The owner of the tables is bound too.
DO $$
DECLARE
    walled text;
BEGIN
    FOREACH walled IN ARRAY ARRAY['purchase_order', 'purchase_order_line', 'acknowledgement', 'acknowledgement_line', 'shipment', 'shipment_line',
                                  'shipped_serial', 'nonconformance', 'quality_notification', 'corrective_action', 'corrective_action_attachment'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY supplier_share ON %I USING (current_setting(''interlock.supplier'', true) IN (''*'', supplier_id))', walled);
    END LOOP;
    -- What hangs below a walled row is seen with it.
    FOREACH walled IN ARRAY ARRAY['corrective_action_discipline', 'corrective_action_history'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
        EXECUTE format('CREATE POLICY supplier_share ON %I USING (EXISTS (SELECT FROM corrective_action c
                        WHERE c.corrective_action_id = %1$I.corrective_action_id))', walled);
    END LOOP;
    ALTER TABLE quality_notification_audit ENABLE ROW LEVEL SECURITY;
    ALTER TABLE quality_notification_audit FORCE ROW LEVEL SECURITY;
    CREATE POLICY supplier_share ON quality_notification_audit
        USING (EXISTS (SELECT FROM quality_notification n WHERE n.notification_id = quality_notification_audit.notification_id));
END $$;
