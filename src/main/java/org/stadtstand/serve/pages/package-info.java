/** The pages, each a rendered answer, and the documentation. */
@NullMarked
package org.stadtstand.serve.pages;

import org.jspecify.annotations.NullMarked;
