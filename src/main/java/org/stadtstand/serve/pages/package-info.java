/** The pages, each of which renders an answer, and the documentation. */
@NullMarked
package org.stadtstand.serve.pages;

import org.jspecify.annotations.NullMarked;
