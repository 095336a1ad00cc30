package dev.interlock.process.run;

import dev.interlock.process.run.AuditEntry.Action;
import dev.interlock.process.run.Registration.Asked;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every intervention, in the transaction of its effect. The database refuses to change an entry.
class AuditTable {
    private final Handle handle;

    AuditTable(Handle handle) {
        this.handle = handle;
    }

    void insert(
            String runId,
            Asked asked,
            Action action,
            String about,
            @Nullable Long exceptionId,
            @Nullable String reason) {
        handle.createUpdate(
                        """
                        INSERT INTO run_audit (run_id, client, actor, correlation_id, action, about, exception_id, reason)
                        VALUES (:run, :client, :actor, :correlationId, :action, :about, :exception, :reason)
                        """)
                .bind("run", runId)
                .bind("client", asked.client())
                .bind("actor", asked.actor())
                .bind("correlationId", asked.correlationId())
                .bind("action", action)
                .bind("about", about)
                .bind("exception", exceptionId)
                .bind("reason", reason)
                .execute();
    }

    List<AuditEntry> of(String runId) {
        return handle.createQuery(
                        """
                        SELECT at, client, actor, correlation_id, action, about, exception_id, reason
                          FROM run_audit WHERE run_id = :run ORDER BY id
                        """)
                .bind("run", runId)
                .mapTo(AuditEntry.class)
                .list();
    }
}
