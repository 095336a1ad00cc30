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
        requireKnown(query.process(), null);
        var wanted =
                new RunSearch(
                        query.process(),
                        statuses(query),
                        query.keys(),
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
        if (query.state() != null && query.status() != null) {
            throw new InvalidRequest(
                    "?status", "one-of", "Ask for a state or for a status, not for both.");
        }
        if (query.state() != null) {
            return book.states(query.state());
        }
        if (query.status() == null) {
            return null;
        }
        var known = book.statuses(query.status());
        if (known.isEmpty()) {
            throw new InvalidRequest("?status", "status", "No process knows this status.");
        }
        return known;
    }

    /// What nobody knows is not the same as what nothing is found for.
    private void requireKnown(@Nullable String process, @Nullable String target) {
        var system = target == null ? null : target.split(":", 2)[0];
        var unknown =
                Stream.concat(
                                unknown("?process", process, book.processes()),
                                unknown("?target", system, book.targets()))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
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
        requireKnown(query.process(), query.target());
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
