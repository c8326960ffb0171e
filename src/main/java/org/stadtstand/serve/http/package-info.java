/** The HTTP endpoints and the headers that every response carries. */
@NullMarked
package org.stadtstand.serve.http;

import org.jspecify.annotations.NullMarked;
