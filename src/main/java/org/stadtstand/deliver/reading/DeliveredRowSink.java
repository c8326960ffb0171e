package org.stadtstand.deliver.reading;

import java.io.IOException;

/** Receives the rows of a table as they are read; none is kept. */
public interface DeliveredRowSink {

  void take(DeliveredRow row) throws IOException;
}
