/** An answer as a table: its columns, its rows, and how far lists are followed. */
@NullMarked
package org.stadtstand.serve.table;

import org.jspecify.annotations.NullMarked;
