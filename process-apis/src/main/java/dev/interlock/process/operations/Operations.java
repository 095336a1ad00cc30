package dev.interlock.process.operations;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.Violation;
import dev.interlock.process.run.ExceptionItem;
import dev.interlock.process.run.RunBook;
import dev.interlock.process.run.RunBook.Entry;
import dev.interlock.process.run.RunSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds runs and exceptions of any process.
@ApplicationScoped
class Operations {
    private final RunBook book;

    Operations(RunBook book) {
        this.book = book;
    }

    Page<RunSummary> runs(RunQuery query) {
        requireSense(
                Stream.of(
                        unknown("?process", query.process(), book.processes()),
                        statusViolations(query),
                        query.about().violations()));
        var wanted =
                new RunSearch(
                        query.process(),
                        statuses(query),
                        query.about().searchKeys(),
                        query.correlationId(),
                        query.changedSince());
        var page = book.runs(wanted, query.limit(), query.cursor());
        var keys = book.searchKeys(page);
        return new Page<>(
                page.items().stream()
                        .map(run ->
                                RunSummary.of(
                                        run,
                                        book.process(run),
                                        keys.getOrDefault(run.id(), List.of())))
                        .toList(),
                page.nextCursor());
    }

    private @Nullable List<String> statuses(RunQuery query) {
        if (query.state() != null) {
            return book.states(query.state());
        }
        return query.status() == null ? null : book.statuses(query.status());
    }

    private Stream<Violation> statusViolations(RunQuery query) {
        var violations = Stream.<Violation>builder();
        if (query.state() != null && query.status() != null) {
            violations.add(
                    new Violation(
                            "?status", "one-of", "Ask for a state or for a status, not for both."));
        }
        if (query.status() != null && book.statuses(query.status()).isEmpty()) {
            violations.add(new Violation("?status", "status", "No process knows this status."));
        }
        return violations.build();
    }

    /// What nobody knows is not the same as what nothing is found for.
    private static void requireSense(Stream<Stream<Violation>> violations) {
        var all = violations.flatMap(each -> each).toList();
        if (!all.isEmpty()) {
            throw new InvalidRequest(all);
        }
    }

    private static Stream<Violation> unknown(
            String pointer, @Nullable String asked, List<String> known) {
        return asked == null || known.contains(asked)
                ? Stream.empty()
                : Stream.of(
                        new Violation(
                                pointer, "value", "must be one of " + String.join(", ", known)));
    }

    RunDetail run(String runId) {
        var entry = entry(runId);
        return RunDetail.of(entry, book.process(entry.view().run()));
    }

    Lineage lineage(String runId) {
        var entry = entry(runId);
        return Lineage.of(entry.view(), book.process(entry.view().run()));
    }

    private Entry entry(String runId) {
        return book.find(runId).orElseThrow(() -> new NotFound("run", runId));
    }

    Page<ExceptionItem> exceptions(ExceptionQuery query) {
        var system = query.target() == null ? null : query.target().split(":", 2)[0];
        requireSense(
                Stream.of(
                        unknown("?process", query.process(), book.processes()),
                        unknown("?target", system, book.targets()),
                        query.about().violations()));
        return book.exceptions(query.search(), query.limit(), query.cursor());
    }

    ExceptionItem exception(String id) {
        return book.exception(number(id)).orElseThrow(() -> new NotFound("exception", id));
    }

    /// An id that is no number is the id of nothing.
    static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFound("exception", id);
        }
        return Long.parseLong(id);
    }
}
