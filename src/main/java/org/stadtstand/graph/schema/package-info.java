/** How rooms put their types, fields and lists into the schema. */
@NullMarked
package org.stadtstand.graph.schema;

import org.jspecify.annotations.NullMarked;
