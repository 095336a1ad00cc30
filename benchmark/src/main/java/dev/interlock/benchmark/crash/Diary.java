package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.api.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What the customers tried, and what they were answered.
final class Diary {
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    void tried(String key) {
        tried.add(key);
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    /// Returns whether the customer has its answer; what is worth repeating is none.
    boolean answered(String key, Exchange answer) {
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        String run = answer.body().getString("propagationId");
        if (answer.succeeded() && run != null) {
            String before = accepted.putIfAbsent(key, run);
            if (before != null && !before.equals(run)) {
                complaints.add("%s was answered run %s, then run %s".formatted(key, before, run));
            }
            return true;
        }
        if (answer.status() == 500) {
            complaints.add("%s was answered 500: %s".formatted(key, answer.text()));
        }
        if (answer.status() == 422) {
            complaints.add("%s was refused: %s".formatted(key, answer.text()));
            return true;
        }
        return false;
    }

    Set<String> keys() {
        return Set.copyOf(tried);
    }

    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Statuses with their counts, as one line.
    String answers() {
        Map<Integer, AtomicInteger> sorted = new TreeMap<>(statuses);
        return "answers %s, without an answer %d".formatted(sorted, unanswered.get());
    }
}
