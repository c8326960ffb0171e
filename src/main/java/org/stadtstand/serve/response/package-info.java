/** Responses with their validators and freshness: computed once, cached and sent. */
@NullMarked
package org.stadtstand.serve.response;

import org.jspecify.annotations.NullMarked;
