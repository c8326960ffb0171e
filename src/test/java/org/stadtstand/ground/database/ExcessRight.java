package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A right that somebody has granted to one of our roles, and that it must not have. */
record ExcessRight(JdbcClient owner, String role, String right) {

  /** Says that it is named and ends the start, until it is revoked. */
  void stopsTheStart(Runnable start, String does, String named) {
    owner.sql("grant %s to %s".formatted(right, role)).update();
    assertThatThrownBy(start::run)
        .hasMessage("The role %s, which only %s, may also write: %s.".formatted(role, does, named));
    owner.sql("revoke %s from %s".formatted(right, role)).update();
    start.run();
  }
}
