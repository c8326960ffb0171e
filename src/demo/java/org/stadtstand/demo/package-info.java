/** The generator of the fictional demo city: same arguments, same bytes, and never a real fact. */
@NullMarked
package org.stadtstand.demo;

import org.jspecify.annotations.NullMarked;
