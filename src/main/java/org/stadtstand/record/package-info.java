/** The record table, and how a room declares its published tables, columns and values. */
@NullMarked
package org.stadtstand.record;

import org.jspecify.annotations.NullMarked;
