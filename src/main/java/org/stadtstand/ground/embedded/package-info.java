/** The PostgreSQL that needs no installation. */
@NullMarked
package org.stadtstand.ground.embedded;

import org.jspecify.annotations.NullMarked;
