package org.stadtstand.graph.changes;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;

/** The reader of what is published; the preview of a delivery has one of its own. */
@Configuration(proxyBeanMethods = false)
class PublishedChanges {

  @Bean
  static ChangeReader changeReader(Statements statements, RecordTypes types, List<Room> rooms) {
    return new ChangeReader(
        statements, types, rooms.stream().flatMap(room -> room.explanations().stream()).toList());
  }
}
