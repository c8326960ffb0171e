package org.stadtstand.serve.subscription;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may listen, and how long a connection is kept for whom.
 *
 * @param connections open at once
 * @param perCaller of them, for one network or key
 * @param perSocket subscriptions on one WebSocket
 * @param heartbeat after so much silence a sign of life is sent, without which a connection that
 *     was cut would never be noticed
 * @param initTimeout in which a WebSocket must begin with {@code connection_init}
 * @param patience with what passes by itself, such as a full queue, before a listener is told
 * @param slow a WebSocket that takes nothing for so long is closed
 */
@ConfigurationProperties(prefix = "subscription", ignoreUnknownFields = false)
record SubscriptionSettings(
    @DefaultValue("4000") int connections,
    @DefaultValue("100") int perCaller,
    @DefaultValue("20") int perSocket,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("5s") Duration initTimeout,
    @DefaultValue("1m") Duration patience,
    @DefaultValue("10s") Duration slow) {}
