/** How a caller's mistake is reported: one exception, and the table of codes and statuses. */
@NullMarked
package org.stadtstand.ground.fault;

import org.jspecify.annotations.NullMarked;
