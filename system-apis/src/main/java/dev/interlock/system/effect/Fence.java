package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import java.util.regex.Pattern;

/// The worker that sends an effect, as its run numbers them: `Interlock-Fence: <run>;<fence>`.
record Fence(String run, long number) {
    static final String HEADER = "Interlock-Fence";

    /// The client that has runs; from anyone else the header means nothing.
    static final String ISSUER = "process-apis";

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern SHAPE = Pattern.compile("(" + RUN + "); ?([0-9]{1,18})");

    static Fence parse(String header) {
        var parts = SHAPE.matcher(header);
        if (!parts.matches()) {
            throw new InvalidRequest(
                    "header:" + HEADER,
                    "format",
                    "Interlock-Fence is a run, a semicolon and its fence: <run>;<fence>.");
        }
        return new Fence(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /// Refuses a worker that has been replaced.
    void requireHighest(long highest) {
        if (highest > number) {
            throw new Rejected(
                    ProblemType.FENCED,
                    "Run %s has fence %d; a worker with %d has been replaced."
                            .formatted(run, highest, number));
        }
    }

    /// Of a path and a body.
    static Fence of(String run, long number) {
        if (!RUN.matcher(run).matches()) {
            throw new NotFound("run", run);
        }
        return new Fence(run, number);
    }
}
