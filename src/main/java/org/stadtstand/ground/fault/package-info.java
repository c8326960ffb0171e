/**
 * How a caller's mistake is reported: one exception, one table of faults, one of codes and
 * statuses.
 */
@NullMarked
package org.stadtstand.ground.fault;

import org.jspecify.annotations.NullMarked;
