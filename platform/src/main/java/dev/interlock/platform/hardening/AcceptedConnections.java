package dev.interlock.platform.hardening;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/// What Netty does to each connection that a server of ours accepts: both ways are watched, before
/// any byte is understood. Netty makes it itself, where `SlowClients` has told it to.
public final class AcceptedConnections extends ChannelInitializerExtension {
    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var patience =
                ConfigProvider.getConfig()
                        .getOptionalValue(SlowClients.PATIENCE, Duration.class)
                        .orElse(SlowClients.USUAL);
        channel.pipeline()
                .addFirst(
                        new SlowClient(patience),
                        new WriteTimeoutHandler(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
