/** The ways to the database: pools, roles and tables, and who may read and who may write. */
@NullMarked
package org.stadtstand.ground.database;

import org.jspecify.annotations.NullMarked;
