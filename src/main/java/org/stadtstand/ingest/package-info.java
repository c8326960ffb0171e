/** From a delivery to a release: comparison with what is published, preview, publication. */
@NullMarked
package org.stadtstand.ingest;

import org.jspecify.annotations.NullMarked;
