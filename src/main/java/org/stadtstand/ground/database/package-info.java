/** Access to the database: pools, roles and tables, and who may read or write. */
@NullMarked
package org.stadtstand.ground.database;

import org.jspecify.annotations.NullMarked;
