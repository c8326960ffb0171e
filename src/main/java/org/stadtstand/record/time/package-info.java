/** Releases, and the pin at which every question is answered; the rules of time live only here. */
@NullMarked
package org.stadtstand.record.time;

import org.jspecify.annotations.NullMarked;
