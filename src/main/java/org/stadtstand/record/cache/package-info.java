/** What was worked out, under keys that include the release, so that nothing is invalidated. */
@NullMarked
package org.stadtstand.record.cache;

import org.jspecify.annotations.NullMarked;
