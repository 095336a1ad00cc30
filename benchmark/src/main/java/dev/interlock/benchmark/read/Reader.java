package dev.interlock.benchmark.read;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Connections that each read one item after another, for so long. It speaks just enough HTTP to be
/// cheap: what it costs itself is in both throughputs.
final class Reader {
    private final URI server;
    private final String headers;
    private final int items;
    private final int connections;

    Reader(URI server, String token, int items, int connections) {
        this.server = server;
        this.headers =
                "Host: localhost\r\n%s\r\n"
                        .formatted(
                                token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
        this.items = items;
        this.connections = connections;
    }

    /// Reads per second.
    double run(double seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long reads = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> each =
                    IntStream.range(0, connections)
                            .mapToObj(n -> threads.submit(() -> read(n, end)))
                            .toList();
            for (Future<Long> one : each) {
                reads += one.get();
            }
        } catch (ExecutionException e) {
            throw new SandboxFailure("Reading stopped: %s".formatted(e.getCause()), e);
        }
        return reads / ((System.nanoTime() - begin) / 1e9);
    }

    private long read(int first, long end) throws IOException {
        long reads = 0;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            for (int n = first; System.nanoTime() < end; n += connections) {
                String request =
                        "GET /system/v1/items/%s HTTP/1.1\r\n%s"
                                .formatted(ReadBenchmark.itemId(n % items), headers);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                answer(in);
                reads++;
            }
        }
        return reads;
    }

    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (length < 0 || in.readNBytes(length).length < length) {
            throw new IOException("an answer without its whole body");
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
