package dev.interlock.sandbox.seed;

import java.io.PrintStream;
import java.util.Locale;

/// A bar that grows in its line on a terminal; anywhere else, a line each tenth of the way.
final class Bar {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final String name;
    private final int size;
    private final long begin = System.nanoTime();
    private int shown = -1;

    Bar(PrintStream out, boolean terminal, String name, int size) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
        this.size = size;
    }

    synchronized void show(int done) {
        int step = (int) (done * (terminal ? 1_000L : 10L) / size);
        if (step <= shown) {
            return;
        }
        shown = step;
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
