package dev.interlock.sandbox.layout;

import org.jspecify.annotations.Nullable;

/// Why the sandbox cannot go on, as one sentence that says what to do about it.
public class SandboxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SandboxFailure(String sentence) {
        this(sentence, null);
    }

    public SandboxFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
