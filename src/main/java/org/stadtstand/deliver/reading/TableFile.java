package org.stadtstand.deliver.reading;

import java.nio.file.Path;
import org.stadtstand.record.declaration.RecordType;

/** A table that a delivery brings: what its rows are, and where they stand. */
public record TableFile(RecordType type, Path path, Resource resource) {

  public String name() {
    return resource.path();
  }
}
