/** The projects that serve the targets, and everything that happened to them. */
@NullMarked
package org.stadtstand.city.project;

import org.jspecify.annotations.NullMarked;
