package org.stadtstand.serve.format;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All formats, for whoever chooses one by the end of an address or by {@code Accept}. */
@Component
public class Formats {

  private final List<Format> all;

  Formats(ObjectProvider<Format> all) {
    this.all = all.orderedStream().toList();
  }

  public List<Format> all() {
    return all;
  }

  public Optional<Format> ofSuffix(String suffix) {
    return all.stream().filter(format -> format.suffix().equals(suffix)).findFirst();
  }
}
