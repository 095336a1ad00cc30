package dev.interlock.process.event;

import dev.interlock.platform.event.EventLog;
import dev.interlock.process.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Where every business fact is written down: no effect without its event, no event without its
/// effect.
@ApplicationScoped
public class Outbox {
    /// The facts that this tier owns, by their canonical names.
    public enum Fact {
        RUN_COMPLETED("gateway.run.completed"),
        RUN_INCOMPLETE("gateway.run.incomplete"),
        /// In any other way: its status says how.
        RUN_ENDED("gateway.run.ended"),
        RELEASE_REFUSED("erp.production-order.release-refused"),
        NOTICE_ISSUED("supplier.notice.issued"),
        NOTICE_ACKNOWLEDGED("supplier.notice.acknowledged");

        private final String type;

        Fact(String type) {
            this.type = type;
        }

        static Set<String> types() {
            return Arrays.stream(values())
                    .map(fact -> fact.type)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// How a run ended, or rests until a person or a target lets it go on.
    public void recordRun(Handle handle, Run run, Object payload) {
        var fact =
                switch (run.state()) {
                    case SUCCEEDED -> Fact.RUN_COMPLETED;
                    case WAITING -> Fact.RUN_INCOMPLETE;
                    case REFUSED, UNANSWERED, UNDONE, CANCELLED, REJECTED -> Fact.RUN_ENDED;
                    case QUEUED, CHECKING, RUNNING, UNDOING -> null;
                };
        if (fact != null) {
            record(handle, fact, "run/" + run.id(), payload);
        }
    }

    public void record(Handle handle, Fact fact, String orderingKey, Object payload) {
        EventLog.record(handle.getConnection(), fact.type, orderingKey, payload);
    }
}
