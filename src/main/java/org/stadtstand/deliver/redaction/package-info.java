/** What the law requires us to withhold: openly, with date, reason and legal basis. */
@NullMarked
package org.stadtstand.deliver.redaction;

import org.jspecify.annotations.NullMarked;
