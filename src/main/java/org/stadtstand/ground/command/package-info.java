/** How commands are given: words and options. */
@NullMarked
package org.stadtstand.ground.command;

import org.jspecify.annotations.NullMarked;
