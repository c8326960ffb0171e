/** Strict parsing of requests into questions. */
@NullMarked
package org.stadtstand.serve.request;

import org.jspecify.annotations.NullMarked;
