/** An answer as a page, and lines that fetch it: the formats that know the link they are of. */
@NullMarked
package org.stadtstand.serve.view;

import org.jspecify.annotations.NullMarked;
