/** The documentation and its examples as pages, and how views are rendered. */
@NullMarked
package org.stadtstand.serve.manual;

import org.jspecify.annotations.NullMarked;
