package dev.interlock.process.run;

/// Another worker has taken over the run: this one stops, and the run goes on.
class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedException() {
        super("the run has a newer owner", null, false, false);
    }
}
