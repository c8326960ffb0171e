/** The projects that are to reach the targets, and everything that happened to them. */
@NullMarked
package org.stadtstand.city.project;

import org.jspecify.annotations.NullMarked;
