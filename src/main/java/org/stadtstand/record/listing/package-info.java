/** Filter, order, page and cursor, and the statements that read lists. */
@NullMarked
package org.stadtstand.record.listing;

import org.jspecify.annotations.NullMarked;
