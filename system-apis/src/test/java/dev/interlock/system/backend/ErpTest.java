package dev.interlock.system.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.system.PostgresForTests;
import dev.interlock.system.inventory.Stock;
import dev.interlock.system.item.ItemMaster;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ErpTest {
    @Inject ErpSettings settings;
    @Inject @Any Instance<ErpPort> adapters;

    @Test
    void isTheReferenceEverywhereUnlessSomebodySaysOtherwise() {
        var erp = new Erp(settings, adapters);

        assertThat(settings.backEnd()).isEqualTo("reference");
        assertThat(settings.plants()).isEmpty();
        assertThat(erp.of(ItemMaster.class)).isNotNull();
        assertThat(erp.of(Stock.class, "2000")).isNotNull();
        assertThatNoException().isThrownBy(() -> erp.check(new StartupEvent()));
    }

    @Test
    void doesNotStartWithABackEndThatNobodyHasBuilt() {
        assertThatThrownBy(() -> erp("sap", Map.of()).check(new StartupEvent()))
                .hasMessage(
                        "interlock.erp.back-end names a back end that does not exist: sap. Write"
                                + " one of: reference.");
    }

    private Erp erp(String backEnd, Map<String, Map<String, String>> plants) {
        return new Erp(
                new ErpSettings() {
                    @Override
                    public String backEnd() {
                        return backEnd;
                    }

                    @Override
                    public Map<String, Map<String, String>> plants() {
                        return plants;
                    }
                },
                adapters);
    }
}
