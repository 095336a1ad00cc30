package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.util.HashMap;
import java.util.Map;

/// Where every run stands, as the ledger last said it; while the database is down, the last word
/// holds.
final class Board {
    private static final String RUNS =
            "SELECT subject, state FROM process.run WHERE subject LIKE ?";

    private final int databasePort;
    private final String pattern;
    private volatile Map<String, String> states = Map.of();

    Board(int databasePort, String prefix) {
        this.databasePort = databasePort;
        this.pattern = "ECO-" + prefix + "-%";
    }

    /// Returns whether the ledger answered.
    boolean look() {
        try (Books books = Books.open(databasePort)) {
            Map<String, String> seen = new HashMap<>();
            books.list(
                    RUNS,
                    row -> {
                        String state = row.getString(2);
                        seen.put(row.getString(1), state);
                        return state;
                    },
                    pattern);
            states = Map.copyOf(seen);
            return true;
        } catch (SandboxFailure _) {
            return false;
        }
    }

    Map<String, String> states() {
        return states;
    }

    boolean hasEnded(String changeNumber) {
        return isEnd(states.getOrDefault(changeNumber, "QUEUED"));
    }

    int ended() {
        return (int) states.values().stream().filter(Board::isEnd).count();
    }

    private static boolean isEnd(String state) {
        return switch (state) {
            case "SUCCEEDED", "REFUSED", "UNANSWERED", "UNDONE", "CANCELLED", "REJECTED" -> true;
            default -> false;
        };
    }
}
