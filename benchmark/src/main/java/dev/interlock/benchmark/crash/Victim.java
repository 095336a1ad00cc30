package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.Replica;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;

/// What is killed and started again.
sealed interface Victim {
    int TRIES = 10;

    void kill();

    /// Starts it and returns once it is ready.
    void begin();

    /// As whoever runs it would: again, when something else has taken its port for a moment.
    default void start() throws InterruptedException {
        for (int i = 1; ; i++) {
            try {
                begin();
                return;
            } catch (SandboxFailure e) {
                if (i == TRIES) {
                    throw e;
                }
                kill();
                Thread.sleep(1000);
            }
        }
    }

    record First(Sandbox sandbox, Part part) implements Victim {
        @Override
        public void kill() {
            sandbox.kill(part);
        }

        @Override
        public void begin() {
            sandbox.start(part);
        }
    }

    record Second(Replica replica) implements Victim {
        @Override
        public void kill() {
            replica.kill();
        }

        @Override
        public void begin() {
            replica.start();
        }
    }
}
