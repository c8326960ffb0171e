/** The public services of a city, how digital they are and how much they are used. */
@NullMarked
package org.stadtstand.city.publicservice;

import org.jspecify.annotations.NullMarked;
