/** What is wrong with a delivery: findings with file, line, column and a sentence. */
@NullMarked
package org.stadtstand.deliver.finding;

import org.jspecify.annotations.NullMarked;
