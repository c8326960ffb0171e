/**
 * Web hooks: receivers that an operator has named are told of each release and redaction, signed,
 * and again until they have heard it.
 */
@NullMarked
package org.stadtstand.serve.hook;

import org.jspecify.annotations.NullMarked;
