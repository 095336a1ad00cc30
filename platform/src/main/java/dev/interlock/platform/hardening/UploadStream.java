package dev.interlock.platform.hardening;

import dev.interlock.platform.problem.GatewayException.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A file on its way in: counted and digested as it is read, never held as a whole.
public final class UploadStream extends InputStream {
    private final InputStream body;
    private final long limit;
    private final Rejected tooLarge;
    private final MessageDigest digest = sha256();
    private long read;

    UploadStream(InputStream body, long limit, Rejected tooLarge) {
        this.body = body;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var some = body.read(buffer, offset, length);
        if (some > 0) {
            read += some;
            if (read > limit) {
                throw tooLarge;
            }
            digest.update(buffer, offset, some);
        }
        return some;
    }

    /// SHA-256 of the whole file; reads what nobody has read.
    public byte[] sha256OfAll() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return copy(digest).digest();
    }

    public long size() {
        return read;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
