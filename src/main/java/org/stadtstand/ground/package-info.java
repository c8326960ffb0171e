/** What everything else rests on; knows nothing of cities, records or questions. */
@NullMarked
package org.stadtstand.ground;

import org.jspecify.annotations.NullMarked;
