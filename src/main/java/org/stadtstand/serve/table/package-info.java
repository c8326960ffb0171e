/** An answer as a table: its columns, its rows, and how long lists are followed. */
@NullMarked
package org.stadtstand.serve.table;

import org.jspecify.annotations.NullMarked;
