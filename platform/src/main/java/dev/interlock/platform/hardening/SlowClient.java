package dev.interlock.platform.hardening;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection, watched for a request whose head does not come to its end: the first from when
/// the client is there, every other from its first byte. All of it runs on the connection's event
/// loop.
final class SlowClient extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<SlowClient> KEY =
            AttributeKey.valueOf(SlowClient.class, "of");

    private final Duration patience;
    private int inService;
    private boolean isTrusted;
    private @Nullable Future<?> end;

    SlowClient(Duration patience) {
        this.patience = patience;
    }

    /// Nothing where the connection was not accepted by a server of ours.
    static @Nullable SlowClient of(Channel channel) {
        return channel.attr(KEY).get();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(KEY).set(this);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        expectHead(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (inService == 0 && end == null && !isTrusted) {
            expectHead(context);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        context.fireChannelInactive();
    }

    /// The head of a request is there.
    void headArrived() {
        inService++;
        forget();
    }

    /// From now on what comes is frames, of which not each begins a request (HTTP/2).
    void trust() {
        isTrusted = true;
    }

    /// Whatever comes from now on belongs to the next request, or to a body that nobody waits for.
    void answered() {
        inService--;
    }

    private void expectHead(ChannelHandlerContext context) {
        Runnable hangUp =
                () -> {
                    var _ = context.close();
                };
        end = context.executor().schedule(hangUp, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
