/** What every published row has: its declaration, its times, its proof, and how it is listed. */
@NullMarked
package org.stadtstand.record;

import org.jspecify.annotations.NullMarked;
