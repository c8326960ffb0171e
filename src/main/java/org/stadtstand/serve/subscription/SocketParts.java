package org.stadtstand.serve.subscription;

import org.springframework.stereotype.Component;
import org.stadtstand.serve.request.PersistedQueries;

/** What every WebSocket needs of the server. */
@Component
record SocketParts(
    Subscriptions subscriptions,
    PersistedQueries persisted,
    ReleaseBell bell,
    SubscriptionSettings settings) {}
