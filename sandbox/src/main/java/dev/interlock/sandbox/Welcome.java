package dev.interlock.sandbox;

import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import java.util.ArrayList;
import java.util.List;

/// The table that `up` ends with: addresses, logins, and three commands to try.
final class Welcome {
    private final Sandbox sandbox;

    Welcome(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    String text() {
        Ports ports = sandbox.ports();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Interlock is up.");
        lines.add("");
        row(lines, Part.PORTAL, "portal", sandbox.portal() + "/");
        row(lines, Part.SYSTEM_APIS, "system APIs", sandbox.systemApis() + "/system/v1");
        row(lines, Part.PROCESS_APIS, "process APIs", sandbox.processApis() + "/process/v1");
        row(lines, Part.PARTNER_APIS, "partner APIs", sandbox.partnerApis() + "/partner/v1");
        row(
                lines,
                Part.PLANT,
                "plant",
                "%s (control; MES %d and %d, QMS %d, PLM %d, WMS %d, ERP proxy %d)"
                        .formatted(
                                sandbox.plant(),
                                ports.mes1000(),
                                ports.mes2000(),
                                ports.qms(),
                                ports.plm(),
                                ports.wms(),
                                ports.erpProxy()));
        row(lines, Part.KEYCLOAK, "Keycloak", sandbox.keycloak() + "/ (admin / admin)");
        row(
                lines,
                Part.POSTGRES,
                "PostgreSQL",
                "localhost:%d, database interlock".formatted(ports.postgres()));
        lines.add("");
        lines.add("  people        operator, developer, auditor: the password is the name");
        lines.add(
                "  clients       plm, erp, qms, mes-1000, mes-2000, supplier-acme,"
                        + " supplier-borealis, supplier-cobalt,");
        lines.add("                integration-tests: the secret is the name followed by -secret;");
        lines.add("                supplier-borealis-jwt signs (./interlock token CLIENT)");
        lines.add("");
        lines.add("  Try in a second shell:");
        lines.add("    ./interlock story change");
        lines.add("    ./interlock story release");
        lines.add("    ./interlock story supplier");
        lines.add(
                "    TOKEN=$(curl -s -u supplier-acme:supplier-acme-secret -d"
                        + " grant_type=client_credentials \\");
        lines.add(
                "      %s/realms/interlock/protocol/openid-connect/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')"
                        .formatted(sandbox.keycloak()));
        lines.add(
                "    curl -H \"Authorization: Bearer $TOKEN\" %s/partner/v1/purchase-orders"
                        .formatted(sandbox.partnerApis()));
        lines.add("");
        lines.add("  Ctrl-C or ./interlock down stops everything.");
        return String.join(System.lineSeparator(), lines);
    }

    private void row(List<String> lines, Part part, String title, String address) {
        if (sandbox.runs(part)) {
            lines.add("  %-13s %s".formatted(title, address));
        }
    }
}
