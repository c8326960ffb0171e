/** Questions as links: kept, pinned to a published state, and cited. */
@NullMarked
package org.stadtstand.link;

import org.jspecify.annotations.NullMarked;
