/** Values under keys that include the release, so that nothing has to be invalidated. */
@NullMarked
package org.stadtstand.record.cache;

import org.jspecify.annotations.NullMarked;
