/** What a question may cost: limits of documents, budgets of callers, places in the queue. */
@NullMarked
package org.stadtstand.serve.cost;

import org.jspecify.annotations.NullMarked;
