/** The single way to the engine, however a question arrived. */
@NullMarked
package org.stadtstand.serve.answer;

import org.jspecify.annotations.NullMarked;
