/** The closed lists of others whose codes a delivery may use and a catalogue must. */
@NullMarked
package org.stadtstand.ground.vocabulary;

import org.jspecify.annotations.NullMarked;
