/** From bytes to rows: the folder and its tables. */
@NullMarked
package org.stadtstand.deliver.reading;

import org.jspecify.annotations.NullMarked;
