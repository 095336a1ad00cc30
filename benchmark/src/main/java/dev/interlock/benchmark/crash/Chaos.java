package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.Replica;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// The bad luck: parts die at moments that nobody chose, and come back.
final class Chaos {
    private static final Duration AT_MOST_BETWEEN = Duration.ofSeconds(12);
    private static final Duration LAST_AT_MOST = Duration.ofMinutes(5);
    private static final long POLL_MS = 100;

    /// Longer than a lease: whoever sleeps through it has lost its runs.
    private static final Duration FROZEN = Duration.ofSeconds(24);

    private static final int KILLS_PER_FREEZE = 10;

    private final CrashPlan plan;
    private final Sandbox sandbox;
    private final List<Victim> victims;
    private final Mischief mischief;
    private final Board board;
    private final Pace pace;
    private final RandomGenerator random;
    private int freezes;

    Chaos(
            CrashPlan plan,
            Sandbox sandbox,
            List<Victim> victims,
            Mischief mischief,
            Board board,
            Pace pace,
            RandomGenerator random) {
        this.plan = plan;
        this.sandbox = sandbox;
        this.victims = victims;
        this.mischief = mischief;
        this.board = board;
        this.pace = pace;
        this.random = random;
    }

    int freezes() {
        return freezes;
    }

    /// Returns when the last kill was, by the nano clock; everything is healed and runs by then.
    long rage() throws InterruptedException {
        long killedAt = System.nanoTime();
        for (int kill = 1; kill <= plan.kills(); kill++) {
            awaitTurn(kill);
            if (isTurnOfDatabase(kill)) {
                stopDatabase();
            }
            freezeNowAndThen(kill);
            if (plan.killsSystemTier()) {
                mischief.awaitEffectBeforeAnswer();
            }
            Victim victim = victims.get(random.nextInt(victims.size()));
            killedAt = System.nanoTime();
            victim.kill();
            if (kill == plan.kills()) {
                mischief.heal();
            } else {
                mischief.mix();
            }
            victim.start();
            pace.killed(kill);
        }
        mischief.heal();
        return killedAt;
    }

    /// A random moment, once about as much is done as the turn says, or when it takes too long.
    private void awaitTurn(int kill) throws InterruptedException {
        boolean last = kill == plan.kills() && plan.sabotage() == Sabotage.NONE;
        Duration patience = last ? LAST_AT_MOST : AT_MOST_BETWEEN;
        long deadline = System.nanoTime() + patience.toNanos();
        while (board.ended() < pace.endedBefore(kill) && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MS);
        }
        Thread.sleep(200 + random.nextLong(1800));
    }

    private boolean isTurnOfDatabase(int kill) {
        int stops = plan.databaseStops();
        return stops > 0 && kill * stops / plan.kills() > (kill - 1) * stops / plan.kills();
    }

    private void stopDatabase() throws InterruptedException {
        sandbox.kill(Part.POSTGRES);
        Thread.sleep(500 + random.nextLong(1500));
        sandbox.start(Part.POSTGRES);
        Thread.sleep(1000 + random.nextLong(2000));
    }

    private void freezeNowAndThen(int kill) throws InterruptedException {
        for (Victim victim : victims) {
            if (victim instanceof Victim.Second(Replica replica)
                    && (kill % KILLS_PER_FREEZE == 0 || kill == plan.kills() / 2)) {
                freezes++;
                replica.freeze();
                Thread.sleep(FROZEN);
                replica.wake();
                Thread.sleep(random.nextLong(1000));
            }
        }
    }
}
