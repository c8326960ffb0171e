/**
 * The database: a PostgreSQL of its own or a given one, its tables, and who may read and write.
 * Knows no other room.
 */
@NullMarked
package org.stadtstand.database;

import org.jspecify.annotations.NullMarked;
