package dev.interlock.process.run;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be read of the ledger: runs, exceptions and who intervened, by what people look for.
@ApplicationScoped
public class RunBook {
    private final Ledger ledger;
    private final Workers workers;

    RunBook(Ledger ledger, Workers workers) {
        this.ledger = ledger;
        this.workers = workers;
    }

    /// A run with everything that is known about it.
    public record Entry(
            RunView view,
            List<String> searchKeys,
            List<ExceptionItem> exceptions,
            List<AuditEntry> audit) {}

    public Page<Run> runs(RunSearch wanted, Limit limit, @Nullable Cursor cursor) {
        return ledger.search(handle -> new RunList(handle).page(wanted, limit, cursor));
    }

    public Map<String, List<String>> searchKeys(Page<Run> page) {
        var ids = page.items().stream().map(Run::id).toList();
        return ledger.read(handle -> new SearchTable(handle).of(ids));
    }

    public Optional<Entry> find(String runId) {
        return ledger.inTransaction(handle ->
                Ledger.view(handle, runId)
                        .map(view ->
                                new Entry(
                                        view,
                                        new SearchTable(handle)
                                                .of(List.of(runId))
                                                .getOrDefault(runId, List.of()),
                                        new ExceptionTable(handle).of(runId),
                                        new AuditTable(handle).of(runId))));
    }

    public Page<ExceptionItem> exceptions(
            ExceptionSearch wanted, Limit limit, @Nullable Cursor cursor) {
        return ledger.search(handle -> new ExceptionTable(handle).page(wanted, limit, cursor));
    }

    public Optional<ExceptionItem> exception(long id) {
        return ledger.read(handle -> new ExceptionTable(handle).find(id));
    }

    public RunProcess process(Run run) {
        return workers.process(run);
    }

    /// The names of the processes there are.
    public List<String> processes() {
        return workers.processes().stream().map(RunProcess::name).sorted().toList();
    }

    /// The systems that some process has steps for.
    public List<String> targets() {
        return workers.processes().stream()
                .flatMap(process -> process.targets().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The `process:STATE` pairs of a state, of every process.
    public List<String> states(RunState state) {
        return processes().stream().map(process -> process + ":" + state).toList();
    }

    /// The `process:STATE` pairs that callers know by a name of a status, of any process or of one.
    public List<String> statuses(String name) {
        return workers.processes().stream()
                .flatMap(process -> statuses(process.name(), process::status, name).stream())
                .toList();
    }

    /// The same for one process, whose names of a state are given.
    public static List<String> statuses(
            String process, Function<RunState, String> names, String name) {
        return Arrays.stream(RunState.values())
                .filter(state -> names.apply(state).equals(name))
                .map(state -> process + ":" + state)
                .toList();
    }
}
