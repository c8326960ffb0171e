package org.stadtstand.serve.hook;

import java.time.OffsetDateTime;

/**
 * A message about to be sent.
 *
 * @param municipality its key
 * @param number of the release, or of the entry in the list of what is withheld
 * @param attempts with the one that follows
 */
record HookMessage(
    String id,
    String municipality,
    HookEvent kind,
    int number,
    OffsetDateTime notedAt,
    int attempts) {}
