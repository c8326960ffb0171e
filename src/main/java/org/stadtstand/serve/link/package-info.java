/** Questions as links: stored, carried, and pinned to a state. */
@NullMarked
package org.stadtstand.serve.link;

import org.jspecify.annotations.NullMarked;
