/** The bodies of a city: who is responsible, since when, and what was decided. */
@NullMarked
package org.stadtstand.city.organisation;

import org.jspecify.annotations.NullMarked;
