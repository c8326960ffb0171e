/** Caches in front of the server: told what to forget as soon as something else is true. */
@NullMarked
package org.stadtstand.serve.purge;

import org.jspecify.annotations.NullMarked;
