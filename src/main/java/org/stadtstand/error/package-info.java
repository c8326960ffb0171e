/** How a caller's mistake is told: a stable code, a sentence and a hint. */
@NullMarked
package org.stadtstand.error;

import org.jspecify.annotations.NullMarked;
