package dev.interlock.benchmark.crash;

/// Lets the runs out in step with the kills, so that each kill meets work.
final class Pace {
    private final CrashPlan plan;
    private volatile int kills;

    Pace(CrashPlan plan) {
        this.plan = plan;
    }

    void killed(int soFar) {
        kills = soFar;
    }

    /// Whether the run may be asked for: all the runs of the first two rounds, then a share more
    /// after each kill.
    boolean lets(int run) {
        int out = plan.kills() == 0 ? plan.runs() : plan.runs() * (kills + 1) / (plan.kills() + 1);
        return run < Math.max(out, CrashPlan.WINDOW * plan.items());
    }

    /// The next kill finds about as much done as its turn says.
    int endedBefore(int kill) {
        int last = Math.max(0, plan.runs() - plan.items());
        return plan.kills() == 1 ? last : last * (kill - 1) / (plan.kills() - 1);
    }
}
