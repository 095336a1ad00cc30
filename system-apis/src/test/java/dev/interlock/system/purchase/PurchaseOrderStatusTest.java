package dev.interlock.system.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.purchase.PurchaseOrder.LineState;
import dev.interlock.system.purchase.PurchaseOrder.Status;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseOrderStatusTest {
    @ParameterizedTest
    @CsvSource({
        "ORDERED, ORDERED ORDERED",
        "PARTIALLY_CONFIRMED, CONFIRMED ORDERED",
        "CONFIRMED, CONFIRMED CONFIRMED",
        "CONFIRMED, CONFIRMED REJECTED",
        "CHANGE_REQUESTED, AWAITING_DECISION CONFIRMED",
        "CHANGE_REQUESTED, AWAITING_DECISION SHIPPED",
        "REJECTED, REJECTED REJECTED",
        "PARTIALLY_SHIPPED, PARTIALLY_SHIPPED CONFIRMED",
        "PARTIALLY_SHIPPED, SHIPPED ORDERED",
        "SHIPPED, SHIPPED SHIPPED",
        "SHIPPED, SHIPPED REJECTED",
        "PARTIALLY_RECEIVED, RECEIVED SHIPPED",
        "PARTIALLY_RECEIVED, PARTIALLY_RECEIVED CONFIRMED",
        "RECEIVED, RECEIVED RECEIVED",
        "RECEIVED, RECEIVED REJECTED"
    })
    void followsFromTheLines(Status status, String lines) {
        assertThat(Status.of(Arrays.stream(lines.split(" ", -1)).map(LineState::valueOf).toList()))
                .isEqualTo(status);
    }
}
