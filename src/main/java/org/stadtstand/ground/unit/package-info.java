/** The list of units: what they are called, in words and signs, and which of them convert. */
@NullMarked
package org.stadtstand.ground.unit;

import org.jspecify.annotations.NullMarked;
