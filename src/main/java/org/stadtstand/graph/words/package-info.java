/** What the fields of the schema are called in the heads of tables. */
@NullMarked
package org.stadtstand.graph.words;

import org.jspecify.annotations.NullMarked;
