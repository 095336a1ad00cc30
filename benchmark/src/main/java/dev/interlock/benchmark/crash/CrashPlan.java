package dev.interlock.benchmark.crash;

/// How hard it goes. `seed` decides every random choice of the harness itself; what the machine
/// adds is its own.
public record CrashPlan(
        int runs,
        int kills,
        int items,
        int databaseStops,
        int replicas,
        boolean killsSystemTier,
        Sabotage sabotage,
        long seed) {
    /// Runs that an item may have open at a time: the second waits for the first.
    static final int WINDOW = 2;

    /// Of a hundred calls to a target, so many go wrong.
    static final int FAULTY_PERCENT = 8;

    public static CrashPlan full(long seed) {
        return new CrashPlan(600, 50, 40, 3, 1, false, Sabotage.NONE, seed);
    }

    public static CrashPlan brief(long seed) {
        return new CrashPlan(40, 4, 20, 1, 1, false, Sabotage.NONE, seed);
    }

    /// How many changes an item goes through.
    int changesOf(int item) {
        return runs / items + (item < runs % items ? 1 : 0);
    }
}
