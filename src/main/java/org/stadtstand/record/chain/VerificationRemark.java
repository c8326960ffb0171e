package org.stadtstand.record.chain;

import org.stadtstand.ground.text.Text;

/**
 * What a verification did not recompute.
 *
 * @param verdict what that comes to
 */
record VerificationRemark(VerificationVerdict verdict, Text text) {}
