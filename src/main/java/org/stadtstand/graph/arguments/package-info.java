/**
 * What a question asks for: the arguments of its fields, completed once, checked together before
 * anything is read, and turned into records.
 */
@NullMarked
package org.stadtstand.graph.arguments;

import org.jspecify.annotations.NullMarked;
