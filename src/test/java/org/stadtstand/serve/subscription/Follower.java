package org.stadtstand.serve.subscription;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.stadtstand.Questions;
import org.stadtstand.serve.subscription.EventReader.Event;
import tools.jackson.databind.JsonNode;

/** Follows the changes of a city over connections that are cut at random, on whichever server. */
public final class Follower implements Runnable {

  private final Random random;
  private final IntSupplier ports;
  private final List<String> heard = new ArrayList<>();
  private String place = "since: {day: \"2000-01-01\"}";
  private volatile @Nullable String last;
  private volatile @Nullable String end;
  private int connections;

  public Follower(long seed, IntSupplier ports) {
    this.random = new Random(seed);
    this.ports = ports;
  }

  /** Every change that a server tells, in order, and behind them the cursor of the end. */
  public static List<String> feed(Questions server) {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page =
          server
              .ask(
                  "{ changes(first: 200%s) { nodes { id } pageInfo { hasNextPage endCursor } } }"
                      .formatted(after))
              .at("/data/changes");
      page.path("nodes").forEach(node -> ids.add(node.path("id").asString()));
      String end = page.at("/pageInfo/endCursor").asString();
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        ids.add(end);
        return ids;
      }
      after = ", after: \"" + end + "\"";
    }
  }

  /** Where it is to stop. */
  public void until(String cursor) {
    this.end = cursor;
  }

  public List<String> heard() {
    return heard;
  }

  int connections() {
    return connections;
  }

  @Override
  public void run() {
    while (!isThere()) {
      try {
        connect();
      } catch (IOException refused) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isThere() {
    String there = last;
    return there != null && there.equals(end);
  }

  private void connect() throws IOException, InterruptedException {
    connections++;
    String from = last;
    boolean byHeader = from != null && random.nextBoolean();
    String document =
        "subscription { changes(municipality: \"duesseldorf\", first: %d, %s) { nodes { id } } }"
            .formatted(
                20 + random.nextInt(181),
                from == null || byHeader ? place : "after: \"" + from + "\"");
    String[] headers = byHeader ? new String[] {"Last-Event-ID", from} : new String[0];
    try (EventReader reader = EventReader.open(ports.getAsInt(), document, headers)) {
      for (int left = 1 + random.nextInt(12); left > 0 && !isThere(); left--) {
        Event event = reader.nextOrSign();
        if (event == null || event.name().equals("complete")) {
          return;
        }
        if (!event.id().isEmpty()) {
          event
              .data()
              .at("/data/changes/nodes")
              .forEach(node -> heard.add(node.path("id").asString()));
          last = event.id();
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
