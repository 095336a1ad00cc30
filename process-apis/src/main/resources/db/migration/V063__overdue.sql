-- What is tried again for longer than its run was to take waits for a person too.
ALTER TABLE exception_item DROP CONSTRAINT exception_item_cause_check;
ALTER TABLE exception_item ADD CONSTRAINT exception_item_cause_check
    CHECK (cause IN ('FUNCTIONAL', 'OUTCOME_UNKNOWN', 'DEFECT', 'UNDO_REFUSED', 'OVERDUE'));
