package org.stadtstand.serve.hook;

/** How a message ended. */
enum HookOutcome {
  DELIVERED,
  GIVEN_UP
}
