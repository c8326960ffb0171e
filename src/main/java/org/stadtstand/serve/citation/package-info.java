/** Citations of answers, and the archive of what was cited. */
@NullMarked
package org.stadtstand.serve.citation;

import org.jspecify.annotations.NullMarked;
