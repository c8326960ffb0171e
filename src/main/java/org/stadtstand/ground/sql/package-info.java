/** How SQL is written and run, and how rows are read. */
@NullMarked
package org.stadtstand.ground.sql;

import org.jspecify.annotations.NullMarked;
