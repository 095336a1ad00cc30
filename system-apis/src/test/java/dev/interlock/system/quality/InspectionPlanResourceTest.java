package dev.interlock.system.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.Workshop;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InspectionPlanResourceTest extends Workshop {
    private final String path = "/inspection-plans/1000/" + unique("GB-") + "/C";

    @Test
    void isStoredOnceAndOverwrittenOnlyByWhoHasReadIt() {
        var etag =
                put(path, plan("68"))
                        .then()
                        .statusCode(201)
                        .body("characteristics[0].upper", is("68"))
                        .body("characteristics[0].lower", nullValue())
                        .extract()
                        .header("ETag");
        assertThat(get(path).then().statusCode(200).extract().header("ETag")).isEqualTo(etag);

        put(path, plan("68")).then().statusCode(200).header("ETag", etag);
        put(path, plan("70")).then().statusCode(428).body("code", is("precondition-required"));
        keyed(key())
                .header("If-Match", "\"old\"")
                .body(plan("70"))
                .put("/system/v1" + path)
                .then()
                .statusCode(412);
        keyed(key())
                .header("If-Match", etag)
                .body(plan("70"))
                .put("/system/v1" + path)
                .then()
                .statusCode(200)
                .body("characteristics[0].upper", is("70"));
    }

    @Test
    void isNotThereUntilStored() {
        get(path).then().statusCode(404);
        get("/inspection-plans/1000/%C3%A4/C").then().statusCode(404);
        put(path, "{\"operations\": [0], \"characteristics\": [{}], \"more\": 1}")
                .then()
                .statusCode(400)
                .body("violations.size()", is(4));
    }

    private static String plan(String upper) {
        return """
        {"operations": [30], "characteristics": [{"name": "noise", "method": "dB(A)", "upper": "%s"}]}
        """
                .formatted(upper);
    }
}
