/**
 * Where the record says something: its texts by their words, and the words that are like another.
 */
@NullMarked
package org.stadtstand.record.search;

import org.jspecify.annotations.NullMarked;
