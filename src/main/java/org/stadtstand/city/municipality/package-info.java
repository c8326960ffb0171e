/** The municipality whose data these are, and how much of each kind they cover. */
@NullMarked
package org.stadtstand.city.municipality;

import org.jspecify.annotations.NullMarked;
