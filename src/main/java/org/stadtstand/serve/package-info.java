/** From a request to the bytes of its answer. */
@NullMarked
package org.stadtstand.serve;

import org.jspecify.annotations.NullMarked;
