/** The command line: its commands, their arguments, and how bad input is rejected. */
@NullMarked
package org.stadtstand.ground.command;

import org.jspecify.annotations.NullMarked;
