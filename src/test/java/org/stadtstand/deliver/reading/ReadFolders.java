package org.stadtstand.deliver.reading;

import java.util.List;
import org.springframework.util.unit.DataSize;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;

/** Reads folders the way the server does, without the rest of the server. */
public final class ReadFolders {

  private ReadFolders() {}

  public static Deliveries of(RecordTypes types, List<Room> rooms) {
    return new Deliveries(
        types, rooms, new DeliverySettings(DataSize.ofMegabytes(1), 20_000, 1_000));
  }
}
