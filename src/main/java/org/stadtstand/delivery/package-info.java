/**
 * Reading what a city delivers: a folder with its description and tables, and what is wrong there.
 */
@NullMarked
package org.stadtstand.delivery;

import org.jspecify.annotations.NullMarked;
