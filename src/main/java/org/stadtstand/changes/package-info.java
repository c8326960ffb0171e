/** What changed: the feed of changes, and the difference between two releases. */
@NullMarked
package org.stadtstand.changes;

import org.jspecify.annotations.NullMarked;
