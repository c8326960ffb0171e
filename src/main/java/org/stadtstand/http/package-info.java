/** What holds for every answer over HTTP, and the schema as a document. */
@NullMarked
package org.stadtstand.http;

import org.jspecify.annotations.NullMarked;
