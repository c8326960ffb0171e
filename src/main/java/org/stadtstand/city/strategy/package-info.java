/**
 * What the digital strategy promises: focus areas, guidelines and targets, and what was observed.
 */
@NullMarked
package org.stadtstand.city.strategy;

import org.jspecify.annotations.NullMarked;
