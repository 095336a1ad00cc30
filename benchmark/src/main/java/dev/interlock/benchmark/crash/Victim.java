package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.Replica;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;

/// What is killed and started again.
sealed interface Victim {
    void kill();

    /// Returns once it is ready.
    void start();

    record First(Sandbox sandbox, Part part) implements Victim {
        @Override
        public void kill() {
            sandbox.kill(part);
        }

        @Override
        public void start() {
            sandbox.start(part);
        }
    }

    record Second(Replica replica) implements Victim {
        @Override
        public void kill() {
            replica.kill();
        }

        @Override
        public void start() {
            replica.start();
        }
    }
}
