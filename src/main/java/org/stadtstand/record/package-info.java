/** What all published rows share: their declaration, times, proof, and how they are listed. */
@NullMarked
package org.stadtstand.record;

import org.jspecify.annotations.NullMarked;
