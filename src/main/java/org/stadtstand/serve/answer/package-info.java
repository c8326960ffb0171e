/** The one way to the engine, whatever way a question came in. */
@NullMarked
package org.stadtstand.serve.answer;

import org.jspecify.annotations.NullMarked;
