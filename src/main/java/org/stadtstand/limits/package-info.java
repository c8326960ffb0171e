/** What one question may cost: the size of its document, of its answer, and its time. */
@NullMarked
package org.stadtstand.limits;

import org.jspecify.annotations.NullMarked;
