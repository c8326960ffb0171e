/** The commands of the data steward. */
@NullMarked
package org.stadtstand.deliver.command;

import org.jspecify.annotations.NullMarked;
