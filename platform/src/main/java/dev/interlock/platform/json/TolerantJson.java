package dev.interlock.platform.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/// The mapper for what other systems and tiers answer: unknown members pass, so that they can be
/// released on their own.
public final class TolerantJson {
    private static final ObjectMapper MAPPER =
            StrictJson.mapper()
                    .copy()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    private TolerantJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
