package dev.interlock.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.hold.Hold;
import dev.interlock.system.revision.Effectivity;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void recordsWriteTheirMembersAndNothingElse() throws JsonProcessingException {
        assertThat(written(Quantity.of("1.50", "EA")))
                .isEqualTo("{\"value\":\"1.50\",\"unit\":\"EA\"}");
        assertThat(written(Effectivity.IMMEDIATE)).isEqualTo("{\"kind\":\"IMMEDIATE\"}");
        assertThat(written(new Hold.Effects(true, false, false, false)))
                .isEqualTo("{\"consume\":true,\"release\":false,\"ship\":false,\"pay\":false}");
    }

    private static String written(Object value) throws JsonProcessingException {
        return StrictJson.mapper().writeValueAsString(value);
    }
}
