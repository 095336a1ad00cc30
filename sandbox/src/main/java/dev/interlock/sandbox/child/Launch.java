package dev.interlock.sandbox.child;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How one part of the sandbox is started, and the address that answers 200 once it is ready.
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path log, URI ready) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A Java process with the JDK that runs the launcher, small enough to stand beside the others.
    public static List<String> java(String heap, List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms32m",
                                heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Duser.language=en",
                                "-Duser.country=US"));
        command.addAll(arguments);
        return command;
    }
}
