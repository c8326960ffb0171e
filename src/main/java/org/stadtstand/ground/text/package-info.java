/** Languages, labels, figures and dates in words, and the sorting form of a text. */
@NullMarked
package org.stadtstand.ground.text;

import org.jspecify.annotations.NullMarked;
