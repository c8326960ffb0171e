package org.stadtstand.deliver.reading;

import java.nio.file.Path;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.record.declaration.RecordType;

/** A table in a delivery: the type of its rows, and the file that contains them. */
public record TableFile(RecordType type, Path path, Resource resource) {

  public String name() {
    return resource.path();
  }
}
