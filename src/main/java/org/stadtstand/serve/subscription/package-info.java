/**
 * Subscriptions, over Server-Sent Events and WebSockets: an event is the answer that the query of
 * the same name gives from where the listener stands, asked again with every release.
 */
@NullMarked
package org.stadtstand.serve.subscription;

import org.jspecify.annotations.NullMarked;
