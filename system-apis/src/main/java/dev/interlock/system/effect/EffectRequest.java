package dev.interlock.system.effect;

import org.jspecify.annotations.Nullable;

/// Who asks for which effect, under which key. Without a key (a PUT) nothing is stored and nothing
/// replayed.
record EffectRequest(
        String client,
        String operation,
        @Nullable String key,
        String fingerprint,
        @Nullable Fence fence) {

    /// What two requests must share to be one and the same.
    String scope() {
        return String.join("\u001f", client, operation, String.valueOf(key));
    }
}
