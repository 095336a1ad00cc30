package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.crash.Defects.Kind;
import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.benchmark.stage.Books;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what the customers asked for, what the ledger says and what the plant did.
final class Judge {
    private record Mark(String item, int change) {}

    private record Planned(String key, String target, String state) {}

    private record Entry(String id, String subject, String state) {}

    private final CrashPlan plan;
    private final List<Workpiece> pieces;
    private final Defects defects;
    private final Map<String, Mark> marks = new HashMap<>();

    Judge(CrashPlan plan, List<Workpiece> pieces, Defects defects) {
        this.plan = plan;
        this.pieces = pieces;
        this.defects = defects;
        for (int n = 0; n < pieces.size(); n++) {
            Workpiece piece = pieces.get(n);
            for (int change = 1; change <= plan.changesOf(n); change++) {
                Mark mark = new Mark(piece.id(), change);
                piece.deeds(change).forEach(deed -> marks.put(deed, mark));
            }
        }
    }

    void judge(Diary diary, Books books, List<Effect> everything) {
        List<Effect> effects =
                everything.stream().filter(effect -> marks.containsKey(effect.deed())).toList();
        diary.complaints().forEach(complaint -> defects.add(Kind.BAD_ANSWER, complaint));
        runs(diary, books);
        twice(effects);
        order(effects);
        steps(books, effects);
    }

    private void runs(Diary diary, Books books) {
        Map<String, String> registered = new HashMap<>();
        books.list(
                "SELECT key, run_id FROM process.idempotency WHERE key LIKE 'crash-%'",
                row -> registered.put(row.getString(1), row.getString(2)));
        Map<String, Entry> bySubject = new TreeMap<>();
        books.list(
                        "SELECT id, subject, state FROM process.run WHERE process = 'eco'",
                        row -> new Entry(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(entry -> {
                    if (bySubject.put(entry.subject(), entry) != null) {
                        defects.add(Kind.RUN_LOST, entry.subject() + " has two runs");
                    }
                });
        for (int n = 0; n < pieces.size(); n++) {
            for (int change = 1; change <= plan.changesOf(n); change++) {
                String key = Customer.key(pieces.get(n), change);
                Entry entry = bySubject.get(pieces.get(n).changeNumber(change));
                if (diary.keys().contains(key)) {
                    run(key, entry, registered.get(key), diary.accepted().get(key));
                } else {
                    defects.add(Kind.NOT_ENDED, key + " was never asked for");
                }
            }
        }
    }

    private void run(
            String key,
            @Nullable Entry entry,
            @Nullable String registered,
            @Nullable String accepted) {
        if (entry == null || !entry.id().equals(registered)) {
            defects.add(
                    Kind.RUN_LOST, "%s: registered %s, run %s".formatted(key, registered, entry));
        } else if (accepted != null && !accepted.equals(entry.id())) {
            defects.add(
                    Kind.RUN_LOST, "%s: accepted as %s, run %s".formatted(key, accepted, entry));
        }
    }

    private void twice(List<Effect> effects) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        Map<String, Integer> byDeed = new LinkedHashMap<>();
        for (Effect effect : effects) {
            byKey.merge(effect.target() + " under " + effect.key(), 1, Integer::sum);
            byDeed.merge(effect.deed(), 1, Integer::sum);
        }
        Map<String, Integer> all = new LinkedHashMap<>(byDeed);
        // Under one key it is the same deed, and told once.
        if (byDeed.values().stream().allMatch(times -> times == 1)) {
            all.putAll(byKey);
        }
        all.forEach((what, times) -> {
            if (times > 1) {
                defects.add(Kind.EFFECT_TWICE, "%s: %d times".formatted(what, times));
            }
        });
    }

    /// The plant lists its effects as they happened: an item never goes back.
    private void order(List<Effect> effects) {
        Map<String, Integer> reached = new HashMap<>();
        for (Effect effect : effects) {
            Mark mark = Objects.requireNonNull(marks.get(effect.deed()));
            int before = reached.getOrDefault(mark.item(), 0);
            if (mark.change() < before) {
                defects.add(
                        Kind.OUT_OF_ORDER,
                        "%s after change %d of %s".formatted(effect.deed(), before, mark.item()));
            }
            reached.put(mark.item(), Math.max(before, mark.change()));
        }
    }

    /// Each effect was planned, and each step that is done has its effect. An effect on the ERP may
    /// have been performed while nobody counted: the ERP's own state is looked at beside this.
    private void steps(Books books, List<Effect> effects) {
        List<Planned> planned =
                books.list(
                        "SELECT s.effect_key, s.target, s.state FROM process.step s"
                                + " JOIN process.run r ON r.id = s.run_id"
                                + " WHERE r.process = 'eco' AND s.via <> 'local'",
                        row -> new Planned(row.getString(1), row.getString(2), row.getString(3)));
        Set<String> keys = new HashSet<>();
        planned.forEach(step -> keys.add(step.key()));
        Set<String> performed = new HashSet<>();
        for (Effect effect : effects) {
            performed.add(effect.deed());
            if (!keys.contains(effect.key())) {
                defects.add(
                        Kind.EFFECT_UNKNOWN, "%s under %s".formatted(effect.deed(), effect.key()));
            }
        }
        marks.keySet().stream()
                .filter(deed -> !deed.startsWith("ERP ") && !performed.contains(deed))
                .sorted()
                .forEach(deed -> defects.add(Kind.EFFECT_LOST, deed + " never happened"));
    }
}
