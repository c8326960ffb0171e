/** Bytes with their validators and freshness: computed once, kept, and sent. */
@NullMarked
package org.stadtstand.serve.response;

import org.jspecify.annotations.NullMarked;
