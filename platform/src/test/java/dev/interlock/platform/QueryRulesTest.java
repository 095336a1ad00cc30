package dev.interlock.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// What a list may be asked, and how it says what was asked wrongly.
@QuarkusTest
class QueryRulesTest {
    @Test
    void namesTheQueryValueThatCannotBeRead() {
        given().get("/workshop/tools?limit=201")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("?limit"));
        given().get("/workshop/tools?limit=x")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("?limit"));
        given().get("/workshop/tools?cursor=%25")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("?cursor"));
    }

    @Test
    void namesEveryQueryValueThatCannotBeRead() {
        given().get("/workshop/tools?bought=soon&kind=MILL&kind=SAW&sharp=maybe")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations.pointer", contains("?bought", "?kind", "?sharp"))
                .body("violations[0].detail", equalTo("must be a date, like 2027-01-31"))
                .body("violations[1].detail", equalTo("must be one of DRILL, MILL"));
        given().get("/workshop/tools?sharp=maybe").then().statusCode(400);
        given().get("/workshop/tools?sharp=true").then().statusCode(200);
    }

    /// Who misspells a filter would see everything.
    @Test
    void refusesAQueryThatNamesWhatNobodyKnows() {
        given().get("/workshop/tools?bougth=2027-01-31&limit=1&limit=2&kind=MILL&kind=DRILL")
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("?bougth", "?limit"))
                .body(
                        "violations.find { it.pointer == '?bougth' }.detail",
                        equalTo(
                                "There is no query parameter 'bougth' here, but there is limit,"
                                        + " cursor, bought, kind, sharp."));
        given().get("/workshop/state?x=1").then().statusCode(400);
    }

    /// Whoever corrects one after the other asks once for each.
    @Test
    void namesWhatIsUnknownUnreadableAndOutOfRangeTogether() {
        given().get("/workshop/tools?bougth=x&bought=soon&limit=999")
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("?bougth", "?bought", "?limit"));
    }

    @Test
    void refusesAFilterWithoutAValue() {
        given().get("/workshop/tools?sharp=")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("?sharp"));
        given().get("/workshop/tools?cursor=").then().statusCode(200);
    }

    @Test
    void saysWhereAListGoesOn() {
        given().get("/workshop/tools?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .header("Link", containsString("rel=\"next\""));
    }
}
