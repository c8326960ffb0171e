/**
 * What an operator sees: metrics on a port of their own, and whether new releases are still being
 * looked for. Each room tells its own figures ({@link
 * io.micrometer.core.instrument.binder.MeterBinder}); here are those of the whole server.
 */
@NullMarked
package org.stadtstand.serve.monitoring;

import org.jspecify.annotations.NullMarked;
