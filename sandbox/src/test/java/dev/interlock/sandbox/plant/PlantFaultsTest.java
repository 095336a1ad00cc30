package dev.interlock.sandbox.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;

/// How the plant misbehaves when it is told to.
class PlantFaultsTest extends PlantStory {
    @Test
    void closesThePortOfASystemThatIsDownAndOpensItAfterwards() throws IOException {
        fault("MES", "{'mode':'DOWN'}");
        assertThatThrownBy(() -> client.get(PORTS.mes1000(), "/job-orders/1"))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> client.get(PORTS.mes2000(), "/job-orders/1"))
                .isInstanceOf(ConnectException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.mes1000(), "/job-orders/1").statusCode()).isEqualTo(404);
    }

    @Test
    void performsAndThenDropsTheConnection() throws IOException {
        fault("MES:1000", "{'mode':'PERFORM_THEN_RESET'}");

        assertThatThrownBy(this::knowTheGearbox).isInstanceOf(IOException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.mes1000(), "/material-definitions/GB-4711/B").statusCode())
                .isEqualTo(200);
        assertThat(effects("system=MES&plant=1000")).hasSize(1);
    }

    @Test
    void performsAndThenDoesNotAnswer() throws IOException {
        fault("QMS", "{'mode':'PERFORM_THEN_STALL'}");

        assertThatThrownBy(() ->
                        client.put(
                                PORTS.qms(),
                                "/plans/1000/GB-4711/B",
                                JsonObject.of("steps", JsonArray.of(10))))
                .isInstanceOf(HttpTimeoutException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.qms(), "/plans/1000/GB-4711/B").statusCode()).isEqualTo(200);
    }

    @Test
    void answersWrongWithoutPerforming() throws IOException {
        fault("QMS", "{'mode':'ERROR_503'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).statusCode())
                .isEqualTo(503);
        fault("QMS", "{'mode':'GARBAGE'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).body())
                .startsWith("<html>");
        fault("QMS", "{'mode':'REFUSE_422'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).statusCode())
                .isEqualTo(422);

        assertThat(client.get(PORTS.qms(), "/plans/1000/GB-4711/B").statusCode()).isEqualTo(404);
        assertThat(effects("system=QMS")).isEmpty();
    }

    @Test
    void misbehavesForTheGivenShareOfTheCalls() throws IOException {
        fault("PLM", "{'mode':'ERROR_500','percent':25}");

        int failed = 0;
        for (int i = 0; i < 20; i++) {
            failed += client.get(PORTS.plm(), "/changes").statusCode() == 500 ? 1 : 0;
        }

        assertThat(failed).isEqualTo(5);
    }

    @Test
    void answersLateWithoutAnyFault() throws IOException {
        fault("WMS", "{'mode':'NONE','delayMs':300}");
        long begin = System.nanoTime();

        client.get(PORTS.wms(), "/staging/1");

        assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    @Test
    void saysWhatIsWrongWithAFaultSwitch() throws IOException {
        assertThat(fault("MES", "{'mode':'BROKEN'}").body()).contains("PERFORM_THEN_RESET");
        assertThat(fault("MES", "{'mode':'NONE','percent':101}").body())
                .contains("between 0 and 100");
        assertThat(fault("MES", "{'mode':'SLOW'}").body()).contains("delayMs");
        assertThat(fault("MES", "{'mode':'NONE','speed':1}").body()).contains("speed");
        HttpResponse<String> unknown = fault("SAP", "{'mode':'NONE'}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("MES:1000", "ERP");
    }
}
