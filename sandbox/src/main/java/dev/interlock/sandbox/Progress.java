package dev.interlock.sandbox;

import java.io.PrintStream;
import java.util.Locale;

/// One line a step, with the time since the start.
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String sentence) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, sentence));
        out.flush();
    }
}
