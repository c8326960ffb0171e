/** What was read once and cannot change, because its key names the release and the day. */
@NullMarked
package org.stadtstand.cache;

import org.jspecify.annotations.NullMarked;
