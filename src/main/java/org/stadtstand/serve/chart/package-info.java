/** Answers as pictures: what of an answer can be drawn, and what it looks like. */
@NullMarked
package org.stadtstand.serve.chart;

import org.jspecify.annotations.NullMarked;
