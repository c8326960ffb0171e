package org.stadtstand.serve.response;

import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a transfer of which a part has been sent, so that the web server breaks the connection.
 * Carries no cause: Spring takes every lost connection, to the database too, for the caller's, and
 * would end the message as if it were complete.
 */
@SuppressWarnings("serial")
final class BrokenTransfer extends RuntimeException {

  private static final Logger log = LoggerFactory.getLogger(BrokenTransfer.class);

  private BrokenTransfer() {
    super("An answer broke off while it was sent.", null, false, false);
  }

  static BrokenTransfer of(Exception fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof ClientAbortException) {
        return new BrokenTransfer();
      }
    }
    log.warn("An answer broke off while it was sent: {}", fault.getMessage());
    return new BrokenTransfer();
  }
}
