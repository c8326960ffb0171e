/** Lists of records: filter, order, page and cursor, and the SQL that reads them. */
@NullMarked
package org.stadtstand.listing;

import org.jspecify.annotations.NullMarked;
