/** The bodies of a city: which is responsible for what and since when, and what they decided. */
@NullMarked
package org.stadtstand.city.organisation;

import org.jspecify.annotations.NullMarked;
