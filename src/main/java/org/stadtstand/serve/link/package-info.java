/** Questions as links: stored, carried in the address, and pinned to a state. */
@NullMarked
package org.stadtstand.serve.link;

import org.jspecify.annotations.NullMarked;
