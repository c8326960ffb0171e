/** How bytes and values are written as text: digests, opaque tokens, JSON. */
@NullMarked
package org.stadtstand.ground.encoding;

import org.jspecify.annotations.NullMarked;
