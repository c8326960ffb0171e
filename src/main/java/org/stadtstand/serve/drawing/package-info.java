/** Drawings: marks, the font they are lettered in, labels that find room, and SVG. */
@NullMarked
package org.stadtstand.serve.drawing;

import org.jspecify.annotations.NullMarked;
