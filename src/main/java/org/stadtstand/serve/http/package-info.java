/** The endpoints and what every response carries. */
@NullMarked
package org.stadtstand.serve.http;

import org.jspecify.annotations.NullMarked;
