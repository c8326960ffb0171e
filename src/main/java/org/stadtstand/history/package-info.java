/** The rules of time: releases, and the pin at which a question is answered. */
@NullMarked
package org.stadtstand.history;

import org.jspecify.annotations.NullMarked;
