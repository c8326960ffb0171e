/** The command line: which commands there are, what each takes, and what is refused. */
@NullMarked
package org.stadtstand.ground.command;

import org.jspecify.annotations.NullMarked;
