/**
 * Where a figure comes from: sources, foreign identifiers, claims, and corrections of our own
 * mistakes.
 */
@NullMarked
package org.stadtstand.city.evidence;

import org.jspecify.annotations.NullMarked;
