package org.stadtstand.serve.manual;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where readers may write to the operator, for whatever names it beside the operator's pages. */
@Component
public class OperatorContact {

  private final OperatorSettings settings;

  OperatorContact(OperatorSettings settings) {
    this.settings = settings;
  }

  /** As {@code mailto:} or {@code https:}; empty if none was named. */
  public Optional<String> address() {
    return Optional.of(settings.contact()).filter(contact -> !contact.isEmpty());
  }
}
