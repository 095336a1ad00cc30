package dev.interlock.sandbox.seed;

import java.io.PrintStream;
import java.util.Locale;

/// A bar that grows in its line on a terminal; anywhere else, a line every ten seconds.
final class Bar {
    private static final int WIDTH = 30;
    private static final long TERMINAL_PAUSE = 100_000_000L;
    private static final long PAUSE = 10_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final String name;
    private final int size;
    private final long begin = System.nanoTime();
    private long shownAt = begin;

    Bar(PrintStream out, boolean terminal, String name, int size) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
        this.size = size;
    }

    synchronized void show(int done) {
        long now = System.nanoTime();
        if (done < size && now - shownAt < (terminal ? TERMINAL_PAUSE : PAUSE)) {
            return;
        }
        shownAt = now;
        out.print((terminal ? "\r" : "") + line(done));
        if (!terminal || done == size) {
            out.println();
        }
        out.flush();
    }

    private String line(int done) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double perSecond = seconds == 0 ? 0 : done / seconds;
        int full = (int) ((long) WIDTH * done / size);
        return String.format(
                Locale.ROOT,
                "%-20s [%s%s] %,9d of %,d  %,6.0f/s  %s",
                name,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                done,
                size,
                perSecond,
                left(size - done, perSecond));
    }

    private static String left(int rest, double perSecond) {
        if (rest == 0 || perSecond == 0) {
            return "        ";
        }
        long seconds = Math.round(rest / perSecond);
        return "%d:%02d left".formatted(seconds / 60, seconds % 60);
    }
}
