package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stadtstand.deliver.description.FileContent;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.FolderRule;
import org.stadtstand.record.declaration.RecordType;

/** A table in a delivery: the type of its rows, and the file that contains them. */
public record TableFile(RecordType type, Path path, Resource resource) {

  public String name() {
    return resource.path();
  }

  /** With what the description says of the file's bytes. */
  void compare(Findings findings) throws IOException {
    FindingPlace place = FindingPlace.file(name());
    BigInteger bytes = resource.content().bytes();
    BigInteger size = BigInteger.valueOf(Files.size(path));
    if (bytes != null && !bytes.equals(size)) {
      findings.add(FolderRule.OTHER_CONTENT, place, "bytes", size, bytes);
      return;
    }
    FileContent.Hash hash = resource.content().hash();
    FileContent.Hash found = hash == null ? null : hash.of(path);
    if (found != null && !found.equals(hash)) {
      findings.add(FolderRule.OTHER_CONTENT, place, "hash", found, String.valueOf(hash));
    }
  }
}
