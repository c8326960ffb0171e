/** Forms in which answers and whole tables are taken home: CSV, workbooks, JSON Lines. */
@NullMarked
package org.stadtstand.export;

import org.jspecify.annotations.NullMarked;
