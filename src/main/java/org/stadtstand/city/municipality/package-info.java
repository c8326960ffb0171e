/** The municipality the data describe, and how completely they cover each type. */
@NullMarked
package org.stadtstand.city.municipality;

import org.jspecify.annotations.NullMarked;
