/** Citations of answers, and the archive of cited answers. */
@NullMarked
package org.stadtstand.serve.citation;

import org.jspecify.annotations.NullMarked;
