/** A delivery, staged next to what is published and checked against it. */
@NullMarked
package org.stadtstand.deliver.checks;

import org.jspecify.annotations.NullMarked;
