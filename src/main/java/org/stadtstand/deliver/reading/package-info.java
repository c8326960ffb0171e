/** From bytes to rows: the folder, its description, its tables. */
@NullMarked
package org.stadtstand.deliver.reading;

import org.jspecify.annotations.NullMarked;
