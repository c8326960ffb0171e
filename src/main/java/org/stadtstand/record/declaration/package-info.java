/** How rooms declare what they publish: tables, columns, rules and derived periods. */
@NullMarked
package org.stadtstand.record.declaration;

import org.jspecify.annotations.NullMarked;
