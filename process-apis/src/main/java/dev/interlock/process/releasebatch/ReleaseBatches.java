package dev.interlock.process.releasebatch;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import dev.interlock.process.facts.OrderFacts;
import dev.interlock.process.orderrelease.ReleaseConfig;
import dev.interlock.process.releasebatch.BatchTable.Known;
import dev.interlock.process.releasebatch.BatchTable.Work;
import dev.interlock.process.run.Registration.Asked;
import dev.interlock.process.run.RunRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Takes a plant's day down with all its orders, so that any replica can check them and answer.
@ApplicationScoped
class ReleaseBatches {
    private static final String COLLECTION = "/process/v1/release-checks/batches";

    private final Jdbi jdbi;
    private final OrderFacts orders;
    private final Caller caller;
    private final RunRequest request;
    private final BatchWorker worker;
    private final ReleaseConfig config;

    ReleaseBatches(
            Jdbi jdbi,
            OrderFacts orders,
            Caller caller,
            RunRequest request,
            BatchWorker worker,
            ReleaseConfig config) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.caller = caller;
        this.request = request;
        this.worker = worker;
        this.config = config;
    }

    Response begin(BatchRequest wanted) {
        var asked = request.asked();
        var before = jdbi.withHandle(handle -> new BatchTable(handle).known(asked));
        if (before.isPresent()) {
            return repeated(before.get(), asked);
        }
        requirePlausible(wanted);
        requirePlant(wanted.plant());
        var found = orders.created(wanted.plant(), wanted.plannedStart());
        var id = UUID.randomUUID().toString();
        var isNew =
                jdbi.inTransaction(handle ->
                        new BatchTable(handle)
                                .insert(id, asked, wanted, found, config.batchLease()));
        if (!isNew) {
            return repeated(
                    jdbi.withHandle(handle -> new BatchTable(handle).known(asked)).orElseThrow(),
                    asked);
        }
        worker.submit(new Work(id, asked.correlationId()));
        return accepted(id).build();
    }

    private Response repeated(Known known, Asked asked) {
        if (!known.fingerprint().equals(asked.fingerprint().value())) {
            throw new Refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request.",
                    List.of());
        }
        return accepted(known.id()).header(IdempotencyKey.REPLAYED, true).build();
    }

    private Response.ResponseBuilder accepted(String id) {
        return Response.accepted(read(id).accepted())
                .header(HttpHeaders.LOCATION, COLLECTION + "/" + id);
    }

    /// Another plant's batch answers as unknown.
    ReleaseBatch find(String id) {
        var batch = read(id);
        if (!caller.mayPlant(batch.plant())) {
            throw unknown(id);
        }
        return batch;
    }

    private ReleaseBatch read(String id) {
        return jdbi.inTransaction(handle -> new BatchTable(handle).find(id))
                .orElseThrow(() -> unknown(id));
    }

    private static NotFound unknown(String id) {
        return new NotFound("release batch", id);
    }

    private static void requirePlausible(BatchRequest wanted) {
        var year = wanted.plannedStart().getYear();
        if (year < 1900 || year > 2999) {
            throw new InvalidRequest(
                    "/plannedStart", "range", "It must lie between 1900 and 2999.");
        }
    }

    /// Another plant answers as unknown.
    private void requirePlant(String plant) {
        if (!caller.mayPlant(plant) || !orders.isPlant(plant)) {
            throw new Refused(
                    ProblemType.UNPROCESSABLE,
                    "ERP does not know the plant " + plant + ".",
                    List.of(new Violation("/plant", "unknown", "ERP does not know this plant.")));
        }
    }
}
