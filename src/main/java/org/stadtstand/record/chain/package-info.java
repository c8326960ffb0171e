/** Tamper evidence: digests of rows, sealed releases, and their verification. */
@NullMarked
package org.stadtstand.record.chain;

import org.jspecify.annotations.NullMarked;
