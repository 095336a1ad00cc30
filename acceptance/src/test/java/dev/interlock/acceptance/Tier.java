package dev.interlock.acceptance;

import dev.interlock.sandbox.layout.Part;
import io.restassured.specification.RequestSpecification;

/// One of the three tiers, with somebody who may use it.
enum Tier {
    SYSTEM(Part.SYSTEM_APIS, "integration-tests", "/system/v1/items"),
    PROCESS(Part.PROCESS_APIS, "integration-tests", "/process/v1/supplier-notices"),
    PARTNER(Part.PARTNER_APIS, "supplier-acme", "/partner/v1/purchase-orders");

    private final Part part;
    private final String client;
    private final String list;

    Tier(Part part, String client, String list) {
        this.part = part;
        this.client = client;
        this.list = list;
    }

    Part part() {
        return part;
    }

    /// Who may read the list.
    String client() {
        return client;
    }

    /// The path of a list.
    String list() {
        return list;
    }

    RequestSpecification in(Gateway gateway) {
        return switch (this) {
            case SYSTEM -> gateway.system(client);
            case PROCESS -> gateway.process(client);
            case PARTNER -> gateway.partner(client);
        };
    }

    RequestSpecification withoutToken(Gateway gateway) {
        return gateway.at(
                switch (this) {
                    case SYSTEM -> gateway.endpoints().systemApis();
                    case PROCESS -> gateway.endpoints().processApis();
                    case PARTNER -> gateway.endpoints().partnerApis();
                });
    }
}
