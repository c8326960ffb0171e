/** How the answer to a question became another from one release to the next. */
@NullMarked
package org.stadtstand.serve.difference;

import org.jspecify.annotations.NullMarked;
