package dev.interlock.sandbox.layout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where everything listens: all ports move together with the base (8000: 8080, 8081, …).
public record Ports(int base) {
    private static final int MANAGEMENT = 1000;
    private static final int HIGHEST_OFFSET = 1180;

    public Ports {
        if (base < 1024 || base + HIGHEST_OFFSET > 65535) {
            throw new SandboxFailure(
                    "--port-base %d leaves no room: choose one between 1024 and %d."
                            .formatted(base, 65535 - HIGHEST_OFFSET));
        }
    }

    public int portal() {
        return base + 80;
    }

    public int systemApis() {
        return base + 81;
    }

    public int processApis() {
        return base + 82;
    }

    public int partnerApis() {
        return base + 83;
    }

    /// A second replica of the process APIs, where one is asked for.
    public int secondProcessApis() {
        return base + 84;
    }

    public int plantControl() {
        return base + 90;
    }

    public int mes1000() {
        return base + 91;
    }

    public int mes2000() {
        return base + 92;
    }

    public int qms() {
        return base + 93;
    }

    public int plm() {
        return base + 94;
    }

    public int wms() {
        return base + 95;
    }

    public int erpProxy() {
        return base + 96;
    }

    public int keycloak() {
        return base + 180;
    }

    public int postgres() {
        return base + 433;
    }

    /// Health and metrics of what listens on the port.
    public int managementOf(int port) {
        return port + MANAGEMENT;
    }

    /// The port a caller of the part uses.
    public int of(Part part) {
        return switch (part) {
            case POSTGRES -> postgres();
            case KEYCLOAK -> keycloak();
            case PLANT -> plantControl();
            case SYSTEM_APIS -> systemApis();
            case PROCESS_APIS -> processApis();
            case PARTNER_APIS -> partnerApis();
            case PORTAL -> portal();
        };
    }

    /// Fails when another program holds a port that the part needs.
    public void requireFree(Part part) {
        needed(part)
                .forEach((port, what) -> {
                    try (ServerSocket socket = new ServerSocket()) {
                        socket.setReuseAddress(true);
                        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    } catch (IOException e) {
                        throw new SandboxFailure(
                                "Port %d (%s) is in use by another program: end that, or move the sandbox with --port-base %d."
                                        .formatted(port, what, base == 18000 ? 28000 : 18000),
                                e);
                    }
                });
    }

    private Map<Integer, String> needed(Part part) {
        Map<Integer, String> needed = new LinkedHashMap<>();
        needed.put(of(part), part.title());
        switch (part) {
            case POSTGRES -> {}
            case PLANT -> {
                for (int port = mes1000(); port <= erpProxy(); port++) {
                    needed.put(port, part.title());
                }
            }
            case KEYCLOAK, SYSTEM_APIS, PROCESS_APIS, PARTNER_APIS, PORTAL ->
                    needed.put(managementOf(of(part)), part.title() + ", management");
        }
        return needed;
    }
}
