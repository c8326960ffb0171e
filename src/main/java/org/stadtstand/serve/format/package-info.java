/** Answers written as JSON, CSV, workbooks, archives and JSON Lines. */
@NullMarked
package org.stadtstand.serve.format;

import org.jspecify.annotations.NullMarked;
