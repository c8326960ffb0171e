/** The foundation of everything else; knows nothing of cities, records or questions. */
@NullMarked
package org.stadtstand.ground;

import org.jspecify.annotations.NullMarked;
