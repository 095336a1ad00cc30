package dev.interlock.system.master;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Collects every reason why something well formed is refused, and refuses it once, with all of
/// them.
public final class Refusal {
    private final List<Violation> violations = new ArrayList<>();

    public List<Violation> violations() {
        return violations;
    }

    public void add(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }

    /// For an id in a body that nothing answers to.
    public void unknown(String pointer, String what, String id) {
        add(pointer, "unknown-" + what.replace(' ', '-'), "There is no %s %s.".formatted(what, id));
    }

    public void unless(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            add(pointer, code, detail);
        }
    }

    public void unlessKnown(Collection<String> known, String pointer, String what, String id) {
        if (!known.contains(id)) {
            unknown(pointer, what, id);
        }
    }

    public void throwIfAny() {
        throwIfAny(ProblemType.UNPROCESSABLE);
    }

    public void throwIfAny(ProblemType type) {
        if (!violations.isEmpty()) {
            var detail =
                    violations.size() == 1
                            ? violations.getFirst().detail()
                            : violations.size() + " reasons speak against it: see violations.";
            throw new Refused(type, detail, violations);
        }
    }
}
