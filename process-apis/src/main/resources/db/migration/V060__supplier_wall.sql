-- The second wall around what a supplier is told (the first is in every query): a connection that acts for nobody sees nothing, one that
-- acts for a supplier sees that supplier's rows, and '*' stands for everybody inside. The owner of the table is bound too.
ALTER TABLE supplier_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE supplier_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY supplier_share ON supplier_notice USING (current_setting('interlock.supplier', true) IN ('*', supplier_id));
