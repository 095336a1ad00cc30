package dev.interlock.system.structure.reference;

import dev.interlock.system.structure.Operation;
import dev.interlock.system.structure.StructureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Operations of routings.
@ApplicationScoped
class RoutingOperationTable {
    private static final String DELETE =
            "DELETE FROM routing_operation WHERE item_id = :itemId AND revision = :revision AND"
                    + " plant = :plant";

    private static final String INSERT =
            """
            INSERT INTO routing_operation (item_id, revision, plant, number, work_center_id, description, setup_seconds, run_seconds,
                   inspection, subcontractor_id)
            VALUES (:itemId, :revision, :plant, :number, :workCenterId, :description, :setup, :run, :inspection, :subcontractorId)
            """;

    void replace(Handle handle, StructureKey key, List<Operation> operations) {
        handle.createUpdate(DELETE).bindMethods(key).execute();
        insert(handle, key, operations);
    }

    void insert(Handle handle, StructureKey key, List<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(INSERT);
        for (var operation : operations) {
            batch.bindMethods(key)
                    .bindMethods(operation)
                    .bind("setup", Seconds.of(operation.setupTime()))
                    .bind("run", Seconds.of(operation.runTimePerUnit()))
                    .add();
        }
        batch.execute();
    }
}
