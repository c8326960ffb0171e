package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.stadtstand.deliver.publication.Report.Outcome;

/** Publishes for tests of other rooms, and fails if a delivery is refused. */
public final class Press {

  private final Publisher publisher;

  Press(Publisher publisher) {
    this.publisher = publisher;
  }

  public void publish(Path folder) throws IOException, SQLException {
    published(publisher.publish(folder));
  }

  public void revoke(String municipality, int number) throws IOException, SQLException {
    published(publisher.revoke(municipality, number, "A mistake."));
  }

  private static void published(Report report) {
    if (report.outcome() != Outcome.PUBLISHED) {
      throw new AssertionError(report.outcome() + ": " + report.findings());
    }
  }
}
