/** Search as fields: the records in which words were found, and where in them. */
@NullMarked
package org.stadtstand.graph.search;

import org.jspecify.annotations.NullMarked;
