/** What machines find the rest by. */
@NullMarked
package org.stadtstand.serve.discovery;

import org.jspecify.annotations.NullMarked;
