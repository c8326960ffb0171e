/** HTML for people: every page is one or a few saved GraphQL documents, rendered. */
@NullMarked
package org.stadtstand.pages;

import org.jspecify.annotations.NullMarked;
