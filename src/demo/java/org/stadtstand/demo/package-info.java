/** The generator of the fictional demo city: same arguments, same bytes, and no real fact. */
@NullMarked
package org.stadtstand.demo;

import org.jspecify.annotations.NullMarked;
