package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// Clients that say a byte now and then, or take one now and then: nobody waits for them longer
/// than half a minute, and nobody else waits because of them.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SlowClientIT {
    private static final int SECONDS = 30;
    private static final int TAKE_EVERY_MS = 500;
    private static final int FILE = 9 << 20;

    private final Gateway gateway;
    private final List<Future<Boolean>> dribbles;
    private final Future<Long> takenOfAFile;
    private final WorkOrder order;
    private final Future<Response> patient;

    /// All who need their half a minute begin at once.
    SlowClientIT(Gateway gateway) {
        this.gateway = gateway;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        this.dribbles = dribblers().map(each -> threads.submit(each)).toList();
        this.takenOfAFile = threads.submit(this::takeAFileSlowly);
        this.order = WorkOrder.of(gateway);
        this.patient = threads.submit(this::waitForASlowPlant);
    }

    @Test
    void everyKindOfDribbleEndsWithinHalfAMinute() throws Exception {
        for (Future<Boolean> end : dribbles) {
            assertThat(end.get()).isTrue();
        }
    }

    private Stream<Callable<Boolean>> dribblers() {
        String token = "Authorization: Bearer " + gateway.token("supplier-acme") + "\r\n";
        String post =
                "POST /partner/v1/shipments HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Idempotency-Key: "
                        + Gateway.newKey()
                        + "\r\n";
        String evidence =
                "POST /partner/v1/corrective-actions/1/attachments?filename=a.txt HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Type: text/plain\r\n"
                        + "Idempotency-Key: "
                        + Gateway.newKey()
                        + "\r\n";
        List<Callable<Boolean>> clients =
                Stream.of(Tier.values())
                        .<Callable<Boolean>>map(tier ->
                                () ->
                                        isCutOff(
                                                at(tier),
                                                "GET " + tier.list() + " HTTP/1.1\r\nX-Long: ",
                                                "a"))
                        .toList();
        List<Callable<Boolean>> bodies =
                List.of(
                        () -> isCutOff(partner(), "", ""),
                        () ->
                                isCutOff(
                                        partner(),
                                        "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"
                                                + "GET /nowhere HTTP/1.1\r\nX-Long: ",
                                        "a"),
                        () ->
                                isCutOff(
                                        partner(),
                                        post + token + "Content-Length: 9000\r\n\r\n{",
                                        " "),
                        () ->
                                isCutOff(
                                        partner(),
                                        post + token + "Transfer-Encoding: chunked\r\n\r\n",
                                        "1\r\n \r\n"),
                        () -> isCutOff(partner(), post + "Content-Length: 9000\r\n\r\n{", " "),
                        () ->
                                isCutOff(
                                        partner(),
                                        evidence + token + "Content-Length: 9000000\r\n\r\n",
                                        "evidence"));

        return Stream.of(clients, bodies).flatMap(List::stream);
    }

    /// It is the plant that is slow, not who waits for it.
    @Test
    void whoIsReadyToWaitIsAnswered() throws Exception {
        Response answer = patient.get();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.time()).isGreaterThan(Duration.ofSeconds(20).toMillis());
        Patience.await(
                "the release",
                Duration.ofSeconds(SECONDS),
                () -> order.statusOf(answer.jsonPath().getString("releaseId")),
                "RELEASED"::equals);
    }

    private Response waitForASlowPlant() {
        gateway.plant().fault("WMS", "ERROR_503", 0);
        Response answer = order.release(Gateway.newKey());
        gateway.plant().mend("WMS");
        return answer;
    }

    /// As many as a supplier may have in service, each with answers that it does not take: they
    /// hold none of the places.
    @Test
    void whoTakesItsAnswersSlowlyHoldsNobodyUp() throws Exception {
        String request =
                "GET /partner/v1/purchase-orders?limit=200 HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Authorization: Bearer "
                        + gateway.token("supplier-borealis")
                        + "\r\n\r\n";
        List<Socket> slow =
                IntStream.range(0, 12).mapToObj(_ -> unread(partner(), request)).toList();
        try {
            Patience.await(
                    "the supplier served beside them",
                    Duration.ofSeconds(SECONDS),
                    () ->
                            gateway.partner("supplier-borealis")
                                    .get("/partner/v1/purchase-orders?limit=200")
                                    .statusCode(),
                    status -> status == 200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /// More than the operating system takes in advance: a thread writes the file piece by piece.
    @Test
    void whoTakesAFileSlowlyIsCutOff() throws Exception {
        assertThat(takenOfAFile.get()).isLessThan(FILE);
    }

    /// Half a minute of byte after byte, and then all that the server still has to say.
    private long takeAFileSlowly() throws IOException {
        String file = "/system/v1/corrective-actions/%s/attachments".formatted(correctiveAction());
        String id =
                gateway.system("qms")
                        .contentType("text/plain")
                        .header("Idempotency-Key", Gateway.newKey())
                        .queryParam("filename", "log.txt")
                        .body("x".repeat(FILE))
                        .post(file)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("attachmentId");
        String request =
                "GET %s/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(file, id, gateway.token("qms"));

        try (Socket socket = unread(at(Tier.SYSTEM), request)) {
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            while (System.nanoTime() < end) {
                assertThat(socket.getInputStream().read()).isNotNegative();
                Patience.pause();
            }
            return rest(socket.getInputStream());
        }
    }

    private static long rest(InputStream said) throws IOException {
        try {
            return said.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException _) {
            return 0;
        }
    }

    private String correctiveAction() {
        return gateway.system("qms")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        """
                        {"supplierId": "BOREALIS", "plant": "1000", "itemId": "SL-0450", "title": "Leak", "description": "Leak",
                         "severity": "MAJOR"}
                        """)
                .post("/system/v1/corrective-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("correctiveActionId");
    }

    private static Socket connected(URI tier) throws IOException {
        return new Socket(tier.getHost(), tier.getPort());
    }

    private static Socket unread(URI tier, String request) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(tier.getHost(), tier.getPort()));
            send(socket, request);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a piece every half second; true when the server has hung up within half a minute.
    private static boolean isCutOff(URI tier, String beginning, String piece) throws IOException {
        try (Socket socket = connected(tier)) {
            socket.setSoTimeout(TAKE_EVERY_MS);
            send(socket, beginning);
            for (int i = 0; i < SECONDS * 1000 / TAKE_EVERY_MS; i++) {
                try {
                    if (isOver(socket.getInputStream())) {
                        return true;
                    }
                } catch (SocketTimeoutException _) {
                    send(socket, piece);
                }
            }
        } catch (SocketException _) {
            return true;
        }
        return false;
    }

    /// Takes whatever the server says, until it says nothing for a while.
    private static boolean isOver(InputStream said) throws IOException {
        int some = said.read(new byte[8192]);
        while (some > 0) {
            some = said.read(new byte[8192]);
        }
        return true;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private URI partner() {
        return gateway.endpoints().partnerApis();
    }

    private URI at(Tier tier) {
        return switch (tier) {
            case SYSTEM -> gateway.endpoints().systemApis();
            case PROCESS -> gateway.endpoints().processApis();
            case PARTNER -> partner();
        };
    }
}
