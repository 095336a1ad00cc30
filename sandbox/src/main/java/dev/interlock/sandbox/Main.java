package dev.interlock.sandbox;

import dev.interlock.sandbox.api.ClientKey;
import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.api.Tokens;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.seed.Seeding;
import dev.interlock.sandbox.story.Story;
import java.io.Console;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the command `interlock` calls: `up`, `down`, `status`, `story`, `seed`, `token`. A failure
/// is one sentence and exit code 1.
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Deque<String> left = new ArrayDeque<>(arguments);
            String command = left.isEmpty() ? "" : left.removeFirst();
            return switch (command) {
                case "up" -> up(left);
                case "down" -> Status.of(options(left)).down();
                case "story" -> story(left);
                case "seed" -> seed(left);
                case "token" -> token(left);
                case "status" -> {
                    boolean json = left.remove("--json");
                    yield Status.of(options(left)).print(json);
                }
                default ->
                        throw new SandboxFailure(
                                "There is no command %s: use up, down, status, story, seed or token."
                                        .formatted(command));
            };
        } catch (SandboxFailure e) {
            System.out.flush();
            System.err.println("interlock: " + e.sentence());
            return 1;
        }
    }

    private static int up(Deque<String> left) {
        Progress progress = new Progress(System.out);
        Sandbox sandbox = Sandbox.start(options(left).withRestarts(true), progress);
        System.out.println(new Welcome(sandbox).text());
        System.out.flush();
        new Supervisor(sandbox, progress).watch();
        return 0;
    }

    private static int story(Deque<String> left) {
        Story story = Story.named(left.isEmpty() ? "" : left.removeFirst());
        story.play(Status.of(options(left)).endpoints(), System.out);
        return 0;
    }

    private static int seed(Deque<String> left) {
        if (!"--items".equals(left.peekFirst())) {
            throw new SandboxFailure("Say how large: ./interlock seed --items 100000.");
        }
        String flag = left.removeFirst();
        int items = number(flag, left);
        if (items < 1) {
            throw new SandboxFailure("%s needs a number from 1, not %d.".formatted(flag, items));
        }
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Endpoints endpoints = Status.of(options(left)).endpoints();
        Thread stopped =
                new Thread(() ->
                        System.out.printf("%nStopped: the same command goes on where it was.%n"));
        Runtime.getRuntime().addShutdownHook(stopped);
        long begin = System.nanoTime();
        int stand =
                new Seeding(endpoints, InstantSource.system(), System.out, terminal).plant(items);
        Runtime.getRuntime().removeShutdownHook(stopped);
        long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
        System.out.printf(
                Locale.ROOT,
                "Plant 9000 stands with %,d items, after %d:%02d minutes.%n",
                stand,
                seconds / 60,
                seconds % 60);
        return 0;
    }

    /// An access token of a client, for a person who tries something.
    private static int token(Deque<String> left) {
        if (left.isEmpty() || left.peekFirst().startsWith("-")) {
            throw new SandboxFailure("Say whose: ./interlock token supplier-acme.");
        }
        String client = left.removeFirst();
        Options options = options(left);
        Endpoints endpoints = Status.of(options).endpoints();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Tokens tokens = new Tokens(endpoints.tokens(), http, InstantSource.system());
            System.out.println(
                    client.equals(ClientKey.OWNER)
                            ? tokens.ofClient(ClientKey.standing(options.state()))
                            : tokens.ofClient(client));
        }
        return 0;
    }

    private static Options options(Deque<String> left) {
        Options options = Options.usual();
        while (!left.isEmpty()) {
            String flag = left.removeFirst();
            options =
                    switch (flag) {
                        case "--fresh" -> options.withFresh(true);
                        case "--no-sample-data" -> options.withSampleData(false);
                        case "--port-base" -> options.withPortBase(number(flag, left));
                        case "--state" -> options.withState(Path.of(value(flag, left)));
                        case "--only" -> options.withParts(parts(value(flag, left)));
                        default ->
                                throw new SandboxFailure(
                                        "%s is not known: see ./interlock help.".formatted(flag));
                    };
        }
        return options;
    }

    private static Set<Part> parts(String names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(names.split(",", -1)).map(Part::named).forEach(parts::add);
        return parts;
    }

    private static String value(String flag, Deque<String> left) {
        if (left.isEmpty()) {
            throw new SandboxFailure("%s needs a value: see ./interlock help.".formatted(flag));
        }
        return left.removeFirst();
    }

    private static int number(String flag, Deque<String> left) {
        String text = value(flag, left);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SandboxFailure("%s needs a number, not %s.".formatted(flag, text), e);
        }
    }
}
