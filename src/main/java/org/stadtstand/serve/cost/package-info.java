/** What a question may cost: document limits, callers' budgets and the queue. */
@NullMarked
package org.stadtstand.serve.cost;

import org.jspecify.annotations.NullMarked;
