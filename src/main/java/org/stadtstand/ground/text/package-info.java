/** Languages, labels, figures and dates in words, and the form of a text by which it is sorted. */
@NullMarked
package org.stadtstand.ground.text;

import org.jspecify.annotations.NullMarked;
