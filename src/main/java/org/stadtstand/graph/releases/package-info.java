/** Releases, the rows that their hashes cover, and redactions as fields of the API. */
@NullMarked
package org.stadtstand.graph.releases;

import org.jspecify.annotations.NullMarked;
