package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class PortalIT {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(src|href)=\"(https?:)?//", Pattern.CASE_INSENSITIVE);

    private final Gateway gateway;

    PortalIT(Gateway gateway) {
        this.gateway = gateway;
    }

    private String page(String path) {
        return gateway.portal().get(path).then().statusCode(200).extract().asString();
    }

    private List<String> linksOfTheIndex() {
        return LINK.matcher(page("/"))
                .results()
                .map(MatchResult::group)
                .map(PortalIT::path)
                .toList();
    }

    private static String path(String link) {
        return link.substring(link.indexOf('/'), link.length() - 1);
    }

    @Test
    void listsTheApisOfEachTier() {
        assertThat(linksOfTheIndex())
                .contains(
                        "/apis/partner/supplier",
                        "/apis/process/eco",
                        "/apis/process/order-release",
                        "/apis/process/notices",
                        "/apis/system/item",
                        "/apis/system/inventory",
                        "/apis/system/order",
                        "/apis/system/warehouse",
                        "/apis/system/shopfloor",
                        "/apis/system/quality",
                        "/apis/system/engineering",
                        "/apis/system/events");
    }

    @Test
    void everyContractComesFromTheRunningTier() {
        List<String> contracts =
                linksOfTheIndex().stream().filter(link -> link.startsWith("/contracts/")).toList();
        assertThat(contracts).hasSizeGreaterThanOrEqualTo(12);
        for (String contract : contracts) {
            JsonPath document =
                    gateway.portal()
                            .get(contract)
                            .then()
                            .statusCode(200)
                            .contentType("application/json")
                            .body("openapi", startsWith("3.1"))
                            .body("paths", not(Matchers.anEmptyMap()))
                            .extract()
                            .jsonPath();
            String tier = contract.split("/", -1)[2];
            assertThat(document.<String, Object>getMap("paths").keySet())
                    .as(contract)
                    .allMatch(path -> path.startsWith("/" + tier + "/v1/"));
        }
    }

    @Test
    void showsEveryApiWithoutTheInternet() {
        for (String link : linksOfTheIndex()) {
            if (!link.startsWith("/contracts/")) {
                assertThat(ELSEWHERE.matcher(page(link)).find()).as(link).isFalse();
            }
        }
    }

    @Test
    void explainsEveryProblem() {
        Map<String, Object> problem =
                gateway.process("plm").get("/process/v1/nowhere").jsonPath().getMap("");

        assertThat(page(String.valueOf(problem.get("type")))).contains("not-found");
    }
}
