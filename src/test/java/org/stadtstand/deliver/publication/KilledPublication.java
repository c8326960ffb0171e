package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.reading.Deliveries;
import org.stadtstand.deliver.reading.ReadFolders;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.record.chain.NoCitations;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.ScannedRooms;

/** A process that publishes a folder and is killed by its test on the way. */
final class KilledPublication {

  private KilledPublication() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    List<Room> rooms = new ArrayList<>();
    for (String name : arguments[4].split(",")) {
      rooms.add(room(name));
    }
    RecordTypes types = new RecordTypes(rooms);
    Deliveries deliveries = ReadFolders.of(types, rooms);
    try (WriteDatabase publishing =
        TestDatabase.publishing(arguments[0], arguments[1], arguments[2])) {
      Publisher publisher =
          new Publisher(
              publishing,
              deliveries,
              new Model(types, rooms, new NoCitations()),
              Clock.systemUTC(),
              event -> KilledPublication.sleep());
      System.out.println(publisher.publish(Path.of(arguments[3])).findings());
    }
  }

  /** Created by class name, because scanning for the rooms would take as long as publishing. */
  private static Room room(String name) {
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Room) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The commit is done, but nobody has been notified. */
  private static void sleep() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Process start(TestDatabase database, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledPublication.class.getName(),
            database.url(),
            database.user(),
            database.password(),
            folder.toString(),
            ScannedRooms.all().stream()
                .map(room -> room.getClass().getName())
                .collect(Collectors.joining(",")))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling("killed.log").toFile())
        .start();
  }
}
