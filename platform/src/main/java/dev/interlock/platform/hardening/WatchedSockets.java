package dev.interlock.platform.hardening;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jboss.logging.Logger;

/// Sockets to the database, each of which is closed when it has said nothing for too long while
/// somebody waited for it: the waiting one gets an I/O failure, as if the connection had broken.
/// With it go those to the same database that have rested since: whoever tried one after the other
/// would wait as long for each.
///
/// The driver's own limit (`socketTimeout`) does the same, but makes a virtual thread start and
/// cancel a timer for every answer; this looks once a second. Named to the driver by class name and
/// limit (`socketFactory`, `socketFactoryArg` in ISO 8601).
public final class WatchedSockets extends SocketFactory {
    private static final Logger LOG = Logger.getLogger(WatchedSockets.class);
    private static final long NOBODY = 0;

    /// All of them: the driver makes a factory for every connection.
    private static final Set<Watched> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().daemon().name("database-watch").start(WatchedSockets::watch);
    }

    private final Duration patience;

    /// `patience` in ISO 8601: `PT15S`.
    public WatchedSockets(String patience) {
        this.patience = Duration.parse(patience);
    }

    private static void watch() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                OPEN.forEach(Watched::closeIfSilent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Socket createSocket() {
        return new Watched(patience);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw theDriverConnects();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw theDriverConnects();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        throw theDriverConnects();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
            throws IOException {
        throw theDriverConnects();
    }

    private static IOException theDriverConnects() {
        return new IOException("the driver connects its sockets itself");
    }

    /// Time since when somebody waits for it is of the machine's monotonic clock.
    private static final class Watched extends Socket {
        private final Duration patience;
        private volatile long waitingSince = NOBODY;
        private volatile long lastHeard = now();

        Watched(Duration patience) {
            this.patience = patience;
        }

        /// Never `NOBODY`: a nanosecond more or less does not matter.
        private static long now() {
            return System.nanoTime() | 1;
        }

        private void heard() {
            lastHeard = now();
            waitingSince = NOBODY;
        }

        void closeIfSilent() {
            var since = waitingSince;
            if (since == NOBODY || System.nanoTime() - since < patience.toNanos()) {
                return;
            }
            LOG.warnf(
                    "The database has said nothing for %d s: the connection is closed",
                    patience.toSeconds());
            hangUp();
            OPEN.stream()
                    .filter(other -> other.hasRestedSince(since, this))
                    .forEach(Watched::hangUp);
        }

        /// It has heard nothing of the same database either since somebody began to wait.
        private boolean hasRestedSince(long moment, Watched silent) {
            return waitingSince == NOBODY
                    && lastHeard - moment < 0
                    && Objects.equals(getRemoteSocketAddress(), silent.getRemoteSocketAddress());
        }

        private void hangUp() {
            try {
                close();
            } catch (IOException e) {
                LOG.warn("A connection to the database could not be closed", e);
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            OPEN.add(this);
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    waitingSince = now();
                    try {
                        return super.read();
                    } finally {
                        heard();
                    }
                }

                @Override
                public int read(byte[] bytes, int from, int most) throws IOException {
                    waitingSince = now();
                    try {
                        return super.read(bytes, from, most);
                    } finally {
                        heard();
                    }
                }
            };
        }

        @Override
        public synchronized void close() throws IOException {
            OPEN.remove(this);
            super.close();
        }
    }
}
