package dev.interlock.benchmark.structure;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the database itself says about each statement while it is told to: which one, and how long
/// it took to be planned and done.
final class StatementLog {
    private static final Pattern LINE =
            Pattern.compile("duration: ([0-9.]+) ms +(parse|bind|execute) [^:]*: (.*)");

    /// One statement. `text` is its first line.
    record Statement(String text, double milliseconds) {}

    private final Books books;
    private final Path log;
    private long from;

    StatementLog(Books books, Path log) {
        this.books = books;
        this.log = log;
    }

    void begin() {
        write("0");
        from = size();
    }

    /// Those that were executed since it began, in their order.
    List<Statement> end() {
        write("-1");
        List<Statement> statements = new ArrayList<>();
        double before = 0;
        for (String line : since(from)) {
            Matcher found = LINE.matcher(line);
            if (found.find()) {
                double took = Double.parseDouble(found.group(1));
                if (found.group(2).equals("execute")) {
                    statements.add(new Statement(found.group(3), before + took));
                    before = 0;
                } else {
                    before += took;
                }
            }
        }
        return statements;
    }

    private void write(String from) {
        books.execute("ALTER SYSTEM SET log_min_duration_statement = " + from);
        books.execute("SELECT pg_reload_conf()");
        // The other processes of the server take a moment to hear of it.
        books.execute("SELECT pg_sleep(0.5)");
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<String> since(long position) {
        try {
            byte[] all = Files.readAllBytes(log);
            int begin = (int) position;
            return new String(all, begin, all.length - begin, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private SandboxFailure unreadable(IOException e) {
        return new SandboxFailure("%s cannot be read.".formatted(log), e);
    }
}
