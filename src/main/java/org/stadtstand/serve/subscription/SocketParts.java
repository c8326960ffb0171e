package org.stadtstand.serve.subscription;

import org.springframework.stereotype.Component;
import org.stadtstand.serve.request.PersistedQueries;

/** What every WebSocket needs of the server. */
@Component
record SocketParts(
    Subscriptions subscriptions,
    PersistedQueries persisted,
    ReleaseSignals signals,
    SubscriptionSettings settings) {}
