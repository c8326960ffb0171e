/** Requests read strictly into questions. */
@NullMarked
package org.stadtstand.serve.request;

import org.jspecify.annotations.NullMarked;
