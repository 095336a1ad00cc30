package dev.interlock.platform.outbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many repetitions a target may get: three in twenty of what it got otherwise over the last
/// five seconds, and always a few. So whatever moment one looks at, what goes out stays within 1.2
/// times what comes in.
///
/// Only repetitions that fail, or of which nothing is known yet, use the budget up. One that
/// succeeds counts like a first attempt: a target that has come back is soon given all it missed,
/// one that is down is asked little more often than callers ask for it.
public class RetryBudget {
    static final Duration WINDOW = Duration.ofSeconds(5);
    static final int FLOOR = 5;
    private static final double SHARE = 0.15;
    private static final long SLOT_MILLIS = 250;

    private final InstantSource clock;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private int underWay;

    public RetryBudget(InstantSource clock) {
        this.clock = clock;
    }

    /// A first attempt: never refused.
    public synchronized void first() {
        slot().good++;
    }

    /// True where a repetition may be made now; its end is then to be told.
    public synchronized boolean repeat() {
        slot();
        var good = slots.stream().mapToInt(slot -> slot.good).sum();
        var failed = slots.stream().mapToInt(slot -> slot.failed).sum();
        if (failed + underWay >= Math.max(FLOOR, (int) (SHARE * good))) {
            return false;
        }
        underWay++;
        return true;
    }

    /// It was not made after all.
    public synchronized void withdrawn() {
        underWay--;
    }

    public synchronized void repeated(boolean successfully) {
        underWay--;
        if (successfully) {
            slot().good++;
        } else {
            slot().failed++;
        }
    }

    /// The slot of now; those that have left the window are dropped.
    private Slot slot() {
        var now = clock.millis() / SLOT_MILLIS;
        var oldest = now - WINDOW.toMillis() / SLOT_MILLIS;
        while (!slots.isEmpty() && slots.getFirst().number <= oldest) {
            slots.removeFirst();
        }
        if (slots.isEmpty() || slots.getLast().number != now) {
            slots.addLast(new Slot(now));
        }
        return slots.getLast();
    }

    private static final class Slot {
        private final long number;
        private int good;
        private int failed;

        Slot(long number) {
            this.number = number;
        }
    }
}
