package dev.interlock.process.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.access.Caller;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.process.event.Outbox;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A supplier says that it has taken note of a change. The first word counts: what stands is not
/// acknowledged again, and a request that is sent again gets its first answer, byte for byte.
@RequestScoped
class NoticeAcknowledgements {
    private static final String OPERATION = "notice-acknowledgements";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final String ACKNOWLEDGE =
            """
            UPDATE supplier_notice SET acknowledged_at = clock_timestamp(), acknowledged_by = :by
             WHERE supplier_id = :supplier AND change_number = :change AND acknowledged_at IS NULL
            """;

    private static final String LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('request:' || :scope, 0))";

    private static final String KNOWN =
            """
            SELECT fingerprint, body FROM notice_answer
             WHERE client = :client AND operation = :operation AND key = :key
            """;

    private static final String KEEP =
            """
            INSERT INTO notice_answer (client, operation, key, fingerprint, body)
            VALUES (:client, :operation, :key, :fingerprint, :body)
            """;

    private record Known(String fingerprint, byte[] body) {}

    private final Jdbi jdbi;
    private final SupplierNotices notices;
    private final Outbox outbox;
    private final Caller caller;
    private final RequestFacts request;

    NoticeAcknowledgements(
            Jdbi jdbi,
            SupplierNotices notices,
            Outbox outbox,
            Caller caller,
            RequestFacts request) {
        this.jdbi = jdbi;
        this.notices = notices;
        this.outbox = outbox;
        this.caller = caller;
        this.request = request;
    }

    Response acknowledge(String supplier, String changeNumber) {
        var key = request.requiredKey().value();
        return jdbi.inTransaction(handle -> once(handle, key, supplier, changeNumber));
    }

    private Response once(Handle handle, String key, String supplier, String changeNumber) {
        if (!handle.createQuery(LOCK)
                .bind("scope", caller.clientId() + " " + OPERATION + " " + key)
                .mapTo(Boolean.class)
                .one()) {
            throw TryLater.requestInProgress(A_MOMENT);
        }
        var known =
                handle.createQuery(KNOWN)
                        .bind("client", caller.clientId())
                        .bind("operation", OPERATION)
                        .bind("key", key)
                        .map((row, _) ->
                                new Known(row.getString("fingerprint"), row.getBytes("body")))
                        .findOne();
        if (known.isPresent()) {
            return again(known.get());
        }
        var body = acknowledged(handle, supplier, changeNumber);
        handle.createUpdate(KEEP)
                .bind("client", caller.clientId())
                .bind("operation", OPERATION)
                .bind("key", key)
                .bind("fingerprint", request.fingerprint().value())
                .bind("body", body)
                .execute();
        return answer(body).build();
    }

    private byte[] acknowledged(Handle handle, String supplier, String changeNumber) {
        var isFirst =
                handle.createUpdate(ACKNOWLEDGE)
                                .bind("supplier", supplier)
                                .bind("change", changeNumber)
                                .bind("by", caller.actor())
                                .execute()
                        > 0;
        var notice =
                notices.find(handle, supplier, changeNumber)
                        .orElseThrow(() -> new NotFound("notice of change", changeNumber));
        if (isFirst) {
            outbox.record(
                    handle,
                    Outbox.Fact.NOTICE_ACKNOWLEDGED,
                    "notice/" + supplier + "/" + changeNumber,
                    notice);
        }
        try {
            return StrictJson.mapper().writeValueAsBytes(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice can always be written", e);
        }
    }

    private Response again(Known known) {
        if (!known.fingerprint().equals(request.fingerprint().value())) {
            throw new Refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request.",
                    List.of());
        }
        return answer(known.body()).header(IdempotencyKey.REPLAYED, true).build();
    }

    private static Response.ResponseBuilder answer(byte[] body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
    }
}
