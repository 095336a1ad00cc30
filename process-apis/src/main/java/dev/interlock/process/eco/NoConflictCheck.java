package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.run.Predecessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Never blocks, since changes of one item go one after the other: it names the one that went
/// before.
class NoConflictCheck implements Check<Proposal> {
    /// Which run went before another about the same item; without a run, the last of all.
    interface Predecessors {
        Optional<Predecessor> before(String itemId, Optional<String> runId);
    }

    private final Predecessors predecessors;

    NoConflictCheck(Predecessors predecessors) {
        this.predecessors = predecessors;
    }

    @Override
    public String code() {
        return "no-conflict";
    }

    @Override
    public String title() {
        return "No other change went before on the same item";
    }

    @Override
    public String system() {
        return "INTERLOCK";
    }

    @Override
    public Result ask(Proposal proposal) {
        var evidence = new LinkedHashMap<String, Object>();
        var notes = new ArrayList<String>();
        for (var item : proposal.change().items()) {
            predecessors
                    .before(item.itemId(), proposal.runId())
                    .ifPresent(before -> {
                        evidence.put(item.itemId(), before);
                        notes.add(note(item.itemId(), before));
                    });
        }
        return notes.isEmpty()
                ? new Result.Passed("No other change of these items went before.")
                : new Result.Noted(String.join(" ", notes), evidence);
    }

    private static String note(String itemId, Predecessor before) {
        var text =
                before.state().isOpen()
                        ? "%s: %s goes before and is %s (run %s): this change waits until it ends,"
                                + " and is checked then."
                        : "%s: %s went before and is %s (run %s).";
        return text.formatted(
                itemId, before.subject(), Propagation.status(before.state()), before.runId());
    }
}
