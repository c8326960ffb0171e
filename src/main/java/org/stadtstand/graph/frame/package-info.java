/** What surrounds every answer: the states it rests on, and the codes of its errors. */
@NullMarked
package org.stadtstand.graph.frame;

import org.jspecify.annotations.NullMarked;
