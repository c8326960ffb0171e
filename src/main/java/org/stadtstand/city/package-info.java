/**
 * What the city said and did: one room per subject, ordered so that a room knows only earlier ones.
 */
@NullMarked
package org.stadtstand.city;

import org.jspecify.annotations.NullMarked;
