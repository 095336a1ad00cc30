package dev.interlock.bare;

import dev.interlock.process.run.Beginning;
import dev.interlock.process.run.Registration;
import dev.interlock.process.run.RunRequest;
import dev.interlock.process.run.Runs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/// Starts bare runs.
@Path(BareProcess.COLLECTION)
@Authenticated
@RunOnVirtualThread
public class BareRunsResource {
    private final Runs runs;
    private final RunRequest request;

    BareRunsResource(Runs runs, RunRequest request) {
        this.runs = runs;
        this.request = request;
    }

    /// What a bare run is to be called.
    public record Wanted(String name) {}

    @POST
    public Response start(Wanted wanted, @Context HttpHeaders headers) throws InterruptedException {
        var asked = request.asked();
        var before = runs.repeated(asked);
        return before.isPresent()
                ? before.get()
                : runs.start(
                        new Registration(
                                BareProcess.NAME,
                                wanted.name(),
                                Set.of("bare:" + wanted.name()),
                                wanted,
                                List.of(),
                                asked,
                                request.patience(headers)),
                        Beginning.PLAIN);
    }
}
