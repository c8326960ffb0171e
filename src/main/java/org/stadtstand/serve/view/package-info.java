/** Formats that know the link they belong to: an answer as a page, and code that fetches it. */
@NullMarked
package org.stadtstand.serve.view;

import org.jspecify.annotations.NullMarked;
