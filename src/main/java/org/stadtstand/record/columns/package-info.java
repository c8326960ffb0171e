/** Columns of whole lists in memory, by which their rows are counted and ordered at any pin. */
@NullMarked
package org.stadtstand.record.columns;

import org.jspecify.annotations.NullMarked;
