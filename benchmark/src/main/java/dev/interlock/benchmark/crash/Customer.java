package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Asks for the changes of one item in their order, under one key each, until each is answered:
/// whoever does not know what became of a request sends it again.
final class Customer {
    private static final long PAUSE_MS = 250;
    private static final int AGAIN_PERCENT = 10;

    private final Workpiece piece;
    private final int number;
    private final CrashPlan plan;
    private final List<Api> doors;
    private final Board board;
    private final Pace pace;
    private final Diary diary;
    private final RandomGenerator random;

    Customer(
            Workpiece piece,
            int number,
            CrashPlan plan,
            List<Api> doors,
            Board board,
            Pace pace,
            Diary diary,
            RandomGenerator random) {
        this.piece = piece;
        this.number = number;
        this.plan = plan;
        this.doors = doors;
        this.board = board;
        this.pace = pace;
        this.diary = diary;
        this.random = random;
    }

    void ask() throws InterruptedException {
        for (int change = 1; change <= plan.changesOf(number); change++) {
            while (!mayAsk(change)) {
                Thread.sleep(PAUSE_MS);
            }
            insist(change);
            if (random.nextInt(100) < AGAIN_PERCENT) {
                insist(change);
            }
        }
    }

    private boolean mayAsk(int change) {
        int before = change - CrashPlan.WINDOW;
        return pace.lets((change - 1) * plan.items() + number)
                && (before < 1 || board.hasEnded(piece.changeNumber(before)));
    }

    private void insist(int change) throws InterruptedException {
        String key = key(piece, change);
        diary.tried(key);
        while (!isAnswered(key, change)) {
            Thread.sleep(PAUSE_MS + random.nextLong(PAUSE_MS));
        }
    }

    private boolean isAnswered(String key, int change) {
        Api door = doors.get(random.nextInt(doors.size()));
        try {
            Exchange answer =
                    door.send(
                            "plm",
                            "POST",
                            "/process/v1/propagations",
                            JsonObject.of("changeNumber", piece.changeNumber(change)),
                            Map.of("Idempotency-Key", key, "Prefer", "respond-async"));
            return diary.answered(key, answer);
        } catch (SandboxFailure noAnswer) {
            diary.unanswered();
            return false;
        }
    }

    static String key(Workpiece piece, int change) {
        return "crash-%s-%03d".formatted(piece.id(), change);
    }
}
