/** Whole cities in memory: all versions of all their rows as bytes, read at any pin. */
@NullMarked
package org.stadtstand.record.sheets;

import org.jspecify.annotations.NullMarked;
