package dev.interlock.process.run;

import dev.interlock.process.run.Registration.Asked;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The first answer to each request that intervened in a run.
class InterventionTable {
    /// What was asked first under a key, and what was answered.
    record Answer(String fingerprint, byte[] body) {}

    private final Handle handle;

    InterventionTable(Handle handle) {
        this.handle = handle;
    }

    Optional<Answer> find(Asked asked) {
        return handle.createQuery(
                        """
                        SELECT fingerprint, body FROM intervention_answer
                         WHERE client = :client AND operation = :operation AND key = :key
                        """)
                .bind("client", asked.client())
                .bind("operation", asked.operation())
                .bind("key", asked.key().value())
                .map((row, _) -> new Answer(row.getString("fingerprint"), row.getBytes("body")))
                .findOne();
    }

    void insert(Asked asked, String runId, byte[] body) {
        handle.createUpdate(
                        """
                        INSERT INTO intervention_answer (client, operation, key, fingerprint, run_id, body)
                        VALUES (:client, :operation, :key, :fingerprint, :run, :body)
                        """)
                .bind("client", asked.client())
                .bind("operation", asked.operation())
                .bind("key", asked.key().value())
                .bind("fingerprint", asked.fingerprint().value())
                .bind("run", runId)
                .bind("body", body)
                .execute();
    }
}
