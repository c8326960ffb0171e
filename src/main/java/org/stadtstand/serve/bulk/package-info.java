/** Whole tables and packages as files. */
@NullMarked
package org.stadtstand.serve.bulk;

import org.jspecify.annotations.NullMarked;
