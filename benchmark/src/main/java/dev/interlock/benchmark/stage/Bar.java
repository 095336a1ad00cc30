package dev.interlock.benchmark.stage;

import java.io.PrintStream;
import java.util.Locale;

/// Says how far it is: on a terminal in one line that changes, anywhere else a line every five
/// seconds.
public final class Bar {
    private static final int WIDTH = 30;
    private static final long TERMINAL_PAUSE = 200_000_000L;
    private static final long PAUSE = 5_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final String name;
    private final int size;
    private final long begin = System.nanoTime();
    private long shownAt;
    private boolean complete;

    Bar(PrintStream out, boolean terminal, String name, int size) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
        this.size = Math.max(size, 1);
        this.shownAt = begin - PAUSE;
    }

    public void show(int done) {
        show(done, "");
    }

    public synchronized void show(int done, String beside) {
        long now = System.nanoTime();
        boolean last = done >= size && !complete;
        if (!last && now - shownAt < (terminal ? TERMINAL_PAUSE : PAUSE)) {
            return;
        }
        shownAt = now;
        complete |= last;
        int full = (int) ((long) WIDTH * Math.min(done, size) / size);
        String line =
                String.format(
                        Locale.ROOT,
                        "%-16s [%s%s] %,7d of %,d  %4d s  %s",
                        name,
                        "#".repeat(full),
                        ".".repeat(WIDTH - full),
                        done,
                        size,
                        (now - begin) / 1_000_000_000L,
                        beside);
        out.print(terminal ? "\r" + line + "   " : line);
        if (!terminal || last) {
            out.println();
        }
        out.flush();
    }
}
