/** The pages of cities and records, each of which renders an answer, and the home page. */
@NullMarked
package org.stadtstand.serve.pages;

import org.jspecify.annotations.NullMarked;
