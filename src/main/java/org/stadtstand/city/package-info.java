/**
 * What the city said and did: one room for each subject, in the order in which they may know each
 * other.
 */
@NullMarked
package org.stadtstand.city;

import org.jspecify.annotations.NullMarked;
