package dev.interlock.portal;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/// The pages of the portal.
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalResource {
    private final Catalogue catalogue;
    private final Contracts contracts;
    private final Template index;
    private final Template reference;
    private final Template problems;

    PortalResource(
            Catalogue catalogue,
            Contracts contracts,
            @Location("index.html") Template index,
            @Location("reference.html") Template reference,
            @Location("problems.html") Template problems) {
        this.catalogue = catalogue;
        this.contracts = contracts;
        this.index = index;
        this.reference = reference;
        this.problems = problems;
    }

    @GET
    public TemplateInstance index() {
        return index.data("tiers", catalogue.tiers());
    }

    @GET
    @Path("apis/{tier}/{name}")
    public TemplateInstance reference(
            @PathParam("tier") String tier, @PathParam("name") String name) {
        return reference.data("api", api(tier, name));
    }

    /// The contract itself, for the reference page and for tools.
    @GET
    @Path("contracts/{tier}/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public String contract(@PathParam("tier") String tier, @PathParam("name") String name)
            throws InterruptedException {
        return contracts
                .of(api(tier, name))
                .orElseThrow(
                        () -> TargetFailed.unavailable("The " + tier + " tier", Effect.NONE, null));
    }

    @GET
    @Path("problems")
    public TemplateInstance problems() {
        return problems.data("problems", List.of(ProblemType.values()));
    }

    @GET
    @Path("problems/{code}")
    public TemplateInstance problem(@PathParam("code") String code) {
        var one = Arrays.stream(ProblemType.values()).filter(p -> p.code().equals(code)).toList();
        if (one.isEmpty()) {
            throw new NotFound("problem", code);
        }
        return problems.data("problems", one);
    }

    private Api api(String tier, String name) {
        return catalogue.find(tier, name).orElseThrow(() -> new NotFound("API", tier + "/" + name));
    }
}
