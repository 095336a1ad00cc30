package dev.interlock.sandbox.plant;

/// A request to the control port that makes no sense, and why.
final class BadControl extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadControl(String sentence) {
        super(sentence, null, false, false);
    }
}
