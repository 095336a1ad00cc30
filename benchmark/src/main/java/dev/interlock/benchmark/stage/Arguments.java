package dev.interlock.benchmark.stage;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.util.ArrayList;
import java.util.List;

/// What stands behind the name on the command line. Each is taken once; what is left is not known.
public final class Arguments {
    private final List<String> left;

    public Arguments(List<String> words) {
        left = new ArrayList<>(words);
    }

    public boolean flag(String name) {
        return left.remove(name);
    }

    public String text(String name, String usual) {
        int at = left.indexOf(name);
        if (at < 0) {
            return usual;
        }
        if (at + 1 == left.size()) {
            throw new SandboxFailure("%s needs a value: see ./interlock bench.".formatted(name));
        }
        left.remove(at);
        return left.remove(at);
    }

    public int number(String name, int usual) {
        String text = text(name, String.valueOf(usual));
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new SandboxFailure("%s needs a number, not %s.".formatted(name, text));
    }

    public void end() {
        if (!left.isEmpty()) {
            throw new SandboxFailure(
                    "%s is not known: see ./interlock bench.".formatted(left.getFirst()));
        }
    }
}
