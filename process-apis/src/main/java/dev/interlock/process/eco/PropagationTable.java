package dev.interlock.process.eco;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.quantity.Quantity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which run carries which version of a change: at most one that counts.
class PropagationTable {
    private static final ObjectWriter PLAIN =
            StrictJson.mapper()
                    .copy()
                    .registerModule(new SimpleModule().addSerializer(new PlainQuantity()))
                    .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /// The run that stands for a version, and a hash of what the version said.
    record Standing(String runId, String content) {}

    private final Handle handle;

    PropagationTable(Handle handle) {
        this.handle = handle;
    }

    /// A version stands for one content: the same version with another is refused.
    Optional<String> standing(EngineeringChange change) {
        var standing =
                handle.createQuery(
                                """
                                SELECT run_id, content FROM propagation
                                 WHERE change_number = :change AND change_version = :version AND live
                                """)
                        .bind("change", change.changeNumber())
                        .bind("version", change.version())
                        .map((row, _) ->
                                new Standing(row.getString("run_id"), row.getString("content")))
                        .findOne();
        if (standing.isPresent() && !standing.get().content().equals(content(change))) {
            throw new Refused(
                    ProblemType.CHANGE_VERSION_REUSED,
                    "Version %d of %s was propagated with other content: PLM must give the new content a new version."
                            .formatted(change.version(), change.changeNumber()),
                    List.of());
        }
        return standing.map(Standing::runId);
    }

    void insert(String runId, EngineeringChange change) {
        handle.createUpdate(
                        """
                        INSERT INTO propagation (run_id, change_number, change_version, content)
                        VALUES (:run, :change, :version, :content)
                        """)
                .bind("run", runId)
                .bind("change", change.changeNumber())
                .bind("version", change.version())
                .bind("content", content(change))
                .execute();
    }

    /// Of those that were sent to be propagated and count.
    long newestVersion(String changeNumber) {
        return handle.createQuery(
                        "SELECT coalesce(max(change_version), 0) FROM propagation WHERE"
                                + " change_number = :change AND live")
                .bind("change", changeNumber)
                .mapTo(Long.class)
                .one();
    }

    /// Makes room for another propagation of the same version.
    void bury(String runId) {
        handle.createUpdate("UPDATE propagation SET live = false WHERE run_id = :run")
                .bind("run", runId)
                .execute();
    }

    /// What the version number stands for: not the status, which is PLM's to move, nor who approved
    /// when. Neither the order in which attributes are named nor how a quantity is written makes it
    /// another.
    private static String content(EngineeringChange change) {
        var content =
                Arrays.asList(
                        change.type(),
                        change.title(),
                        change.effectivity(),
                        change.items(),
                        change.bomChanges(),
                        change.routingChanges());
        try {
            return Fingerprint.of("", "", PLAIN.writeValueAsBytes(content)).value();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change can always be written", e);
        }
    }

    /// `12.50 KGM` and `12.5 KGM` are the same.
    private static final class PlainQuantity extends StdSerializer<Quantity> {
        private static final long serialVersionUID = 1L;

        PlainQuantity() {
            super(Quantity.class);
        }

        @Override
        public void serialize(Quantity quantity, JsonGenerator json, SerializerProvider writers)
                throws IOException {
            json.writeString(
                    quantity.value().stripTrailingZeros().toPlainString() + " " + quantity.unit());
        }
    }
}
