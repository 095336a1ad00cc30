package dev.interlock.process.orderrelease;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import dev.interlock.process.check.Finding;
import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.facts.OrderFacts;
import dev.interlock.process.run.Beginning;
import dev.interlock.process.run.Registration;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunBook;
import dev.interlock.process.run.RunRequest;
import dev.interlock.process.run.RunSearch;
import dev.interlock.process.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Answers whether an order may start, and starts it.
@ApplicationScoped
class Releases {
    private final Runs runs;
    private final ReleaseChecks checks;
    private final OrderFacts orders;
    private final Caller caller;
    private final Overrides overrides;
    private final RunRequest request;
    private final RunBook book;

    Releases(
            Runs runs,
            ReleaseChecks checks,
            OrderFacts orders,
            Caller caller,
            Overrides overrides,
            RunRequest request,
            RunBook book) {
        this.runs = runs;
        this.checks = checks;
        this.orders = orders;
        this.caller = caller;
        this.overrides = overrides;
        this.request = request;
        this.book = book;
    }

    /// Every finding about an order, without any effect.
    record Checked(String orderNumber, ReleaseDecision decision, List<Finding> findings) {}

    Checked check(ReleaseRequest asked) throws InterruptedException {
        var dossier = dossier(asked.orderNumber());
        overrides.requireAllowed(asked, dossier.order());
        var findings = checks.ask(dossier);
        return new Checked(asked.orderNumber(), ReleaseDecision.of(findings, asked), findings);
    }

    Release find(String id) {
        return runs.find(ReleaseProcess.NAME, id)
                .map(Release::of)
                .orElseThrow(() -> new NotFound("release", id));
    }

    Response release(ReleaseRequest wanted, HttpHeaders headers) throws InterruptedException {
        var asked = request.asked();
        var before = runs.repeated(asked);
        if (before.isPresent()) {
            return before.get();
        }
        overrides.requireScope(wanted);
        var dossier = dossier(wanted.orderNumber());
        var order = dossier.order();
        overrides.requireAllowed(wanted, order);
        var question = checks.question(dossier);
        var registration =
                new Registration(
                        ReleaseProcess.NAME,
                        order.orderNumber(),
                        Set.of("order:" + order.orderNumber()),
                        ReleaseLineage.searchKeys(order),
                        wanted,
                        List.of(),
                        asked,
                        request.patience(headers));
        return runs.start(
                registration,
                new Beginning() {
                    @Override
                    public void written(Handle handle, Run run) {
                        checks.begun(run, question);
                        Overrides.keep(handle, run, asked, wanted);
                    }
                });
    }

    Page<ReleaseSummary> page(ReleaseQuery query) {
        var wanted =
                new RunSearch(
                        ReleaseProcess.NAME,
                        query.status() == null
                                ? null
                                : RunBook.statuses(
                                        ReleaseProcess.NAME,
                                        state -> Release.status(state).name(),
                                        query.status().name()),
                        query.keys(),
                        null,
                        query.changedSince());
        var page = book.runs(wanted, query.limit(), query.cursor());
        return new Page<>(
                page.items().stream().map(ReleaseSummary::of).toList(), page.nextCursor());
    }

    /// Another plant's order answers as unknown.
    private OrderDossier dossier(String number) {
        return orders.dossier(number)
                .filter(found -> caller.mayPlant(found.order().plant()))
                .orElseThrow(() ->
                        new Refused(
                                ProblemType.UNPROCESSABLE,
                                "ERP does not know the production order " + number + ".",
                                List.of(
                                        new Violation(
                                                "/orderNumber",
                                                "unknown",
                                                "ERP does not know this order."))));
    }
}
