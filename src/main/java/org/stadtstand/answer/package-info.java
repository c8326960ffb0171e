/** A question answered, whatever way it came in and whatever form the answer takes. */
@NullMarked
package org.stadtstand.answer;

import org.jspecify.annotations.NullMarked;
