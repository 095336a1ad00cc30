package dev.interlock.sandbox.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRegistryTest {
    private Path state;
    private Process sleeper;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        state = directory;
        sleeper = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        sleeper.destroyForcibly();
    }

    @Test
    void endsWhatAKilledLauncherLeftRunning() {
        ProcessRegistry.read(state).started("plant", sleeper.toHandle());

        ProcessRegistry found = ProcessRegistry.read(state);
        assertThat(found.process("plant")).isPresent();
        assertThat(found.endLeftovers()).containsExactly("plant");

        assertThat(sleeper.onExit()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(ProcessRegistry.read(state).process("plant")).isEmpty();
    }

    @Test
    void leavesAnotherProgramAloneThatGotTheSameNumber() {
        OwnProcess stranger =
                new OwnProcess("plant", sleeper.pid(), Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(stranger.alive()).isFalse();
        stranger.end(Duration.ofSeconds(1));

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void tellsOthersWhoTheLauncherIsAndWhereItListens() {
        ProcessRegistry.read(state).claim(JsonObject.of("portBase", 18000));

        ProcessRegistry seen = ProcessRegistry.read(state);

        assertThat(seen.launcher().orElseThrow().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(seen.facts().getInteger("portBase")).isEqualTo(18000);
    }

    @Test
    void saysWhatToDoWhenItsFileCannotBeRead() throws IOException {
        Files.writeString(state.resolve("processes.json"), "{");

        assertThatThrownBy(() -> ProcessRegistry.read(state))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("remove it");
    }
}
