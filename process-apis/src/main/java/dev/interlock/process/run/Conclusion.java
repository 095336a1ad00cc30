package dev.interlock.process.run;

/// What a process tells its caller about a run.
public sealed interface Conclusion {
    int status();

    Object body();

    /// The answer, now and for every repetition of the request.
    record Answered(int status, Object body) implements Conclusion {}

    /// The answer, once: the key is free again, so that the same request can be tried anew.
    record KeyFreed(int status, Object body) implements Conclusion {}

    /// The run goes on: 202, and where to look.
    record GoesOn(Object body) implements Conclusion {
        @Override
        public int status() {
            return 202;
        }
    }
}
