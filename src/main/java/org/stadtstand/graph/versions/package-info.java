/** Every state in which one thing was published, with what led to it and what ended it. */
@NullMarked
package org.stadtstand.graph.versions;

import org.jspecify.annotations.NullMarked;
