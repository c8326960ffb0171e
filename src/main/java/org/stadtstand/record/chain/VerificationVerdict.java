package org.stadtstand.record.chain;

import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.text.Text;

/** What a verification comes to; later ones outweigh earlier ones. */
enum VerificationVerdict {
  UNALTERED(Command.DONE, new Text("unverändert", "unaltered")),
  /** Nothing is known to be altered, but something could not be held against anything. */
  UNPROVEN(3, new Text("nicht ganz prüfbar", "cannot be checked")),
  ALTERED(Command.REFUSED, new Text("VERÄNDERT", "ALTERED"));

  private final int status;
  private final Text text;

  VerificationVerdict(int status, Text text) {
    this.status = status;
    this.text = text;
  }

  /** The exit status of the command, which is also that of the script. */
  int status() {
    return status;
  }

  Text text() {
    return text;
  }

  VerificationVerdict and(VerificationVerdict other) {
    return compareTo(other) > 0 ? this : other;
  }
}
