package org.stadtstand.serve.table;

import java.io.IOException;

/** A file could not be written to its end; what was sent of it must not look complete. */
@SuppressWarnings("serial")
final class BrokenOff extends IOException {

  BrokenOff(String reason) {
    super(reason);
  }
}
