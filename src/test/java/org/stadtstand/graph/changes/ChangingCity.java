package org.stadtstand.graph.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.stadtstand.deliver.reading.DeliveryFolder;

/**
 * A city whose releases a test makes up, and what each of them should contain: a plain model in
 * memory, following the rules of a delivery as a reader would understand them.
 */
final class ChangingCity {

  static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 20);

  private static final List<String> STATUS = List.of("IDEA", "PLANNED", "IN_PROGRESS", "COMPLETED");
  private static int cities;

  /** What a delivery does to a project or to one of its events; impossible moves do nothing. */
  enum Kind {
    LIST,
    WITHDRAW,
    DROP,
    HAPPEN,
    CORRECT,
    REVOKE
  }

  record Move(Kind kind, int which, int value) {}

  /**
   * A city of a few releases, with a project and an event at least: more show a list no other way.
   */
  static ChangingCity published(List<List<Move>> history) throws Exception {
    ChangingCity city = new ChangingCity();
    city.publish(List.of(new Move(Kind.LIST, 0, 1), new Move(Kind.HAPPEN, 0, 3)));
    for (List<Move> moves : history.subList(0, 3)) {
      city.publish(moves);
    }
    return city;
  }

  /** Deliveries of up to six moves each. */
  static Arbitrary<List<List<Move>>> histories() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(Kind.LIST)),
            Tuple.of(2, Arbitraries.just(Kind.WITHDRAW)),
            Tuple.of(2, Arbitraries.just(Kind.DROP)),
            Tuple.of(6, Arbitraries.just(Kind.HAPPEN)),
            Tuple.of(3, Arbitraries.just(Kind.CORRECT)),
            Tuple.of(6, Arbitraries.just(Kind.REVOKE)));
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 12))
        .as(Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .list()
        .ofMinSize(3)
        .ofMaxSize(8);
  }

  /** All records of a release by type and key, each with its values. */
  record State(Map<String, Map<String, String>> records) {

    State copy() {
      return new State(new TreeMap<>(records));
    }

    Map<String, String> get(String name) {
      return Objects.requireNonNull(records.get(name));
    }

    Collection<String> keys(String type) {
      return records.keySet().stream()
          .filter(name -> name.startsWith(type + ":"))
          .map(name -> name.substring(type.length() + 1))
          .toList();
    }
  }

  final String key = "changing-" + ++cities;
  final List<State> states = new ArrayList<>(List.of(new State(new TreeMap<>())));
  final List<LocalDate> days = new ArrayList<>(List.of(OwnServer.today()));
  private final java.nio.file.Path parent = OwnServer.folder();
  private final Map<String, Set<String>> leftWith = new HashMap<>();
  private final Set<Integer> revoked = new HashSet<>();
  private int events;

  State now() {
    return states.getLast();
  }

  int release() {
    return states.size() - 1;
  }

  void publish(List<Move> moves) throws Exception {
    OwnServer.nextDay();
    Move first = moves.getFirst();
    // The first release is all the city has; and each release is taken back only once.
    List<Integer> standing =
        IntStream.rangeClosed(2, release()).filter(n -> !revoked.contains(n)).boxed().toList();
    if (first.kind() == Kind.REVOKE && !standing.isEmpty()) {
      int number = standing.get(standing.size() - 1 - first.which() % standing.size());
      OwnServer.press().revoke(key, number);
      revoked.add(number);
      restore(number);
    } else {
      deliver(moves);
    }
    days.add(OwnServer.today());
  }

  /**
   * Restores what the release touched to its previous state, unless it has changed since, or
   * something would refer to a missing record.
   */
  private void restore(int number) {
    State before = states.get(number - 1);
    State next = now().copy();
    Set<String> undone = new HashSet<>(before.records().keySet());
    undone.addAll(states.get(number).records().keySet());
    undone.removeIf(name -> !touched(name, number) || changedSince(name, number));
    undone.removeIf(name -> !before.records().containsKey(name) && isNeeded(name, undone));
    undone.removeIf(name -> isAboutOneThatLeft(name, before, undone));
    for (String name : undone) {
      Map<String, String> was = before.records().get(name);
      if (was == null) {
        next.records().remove(name);
      } else {
        next.records().put(name, was);
      }
      // Whatever comes or goes by a revocation is no longer tied to its project.
      if ((was == null) == now().records().containsKey(name)) {
        leftWith.remove(name);
      }
    }
    states.add(next);
  }

  private boolean touched(String name, int number) {
    return !Objects.equals(
        states.get(number).records().get(name), states.get(number - 1).records().get(name));
  }

  private boolean changedSince(String name, int number) {
    return IntStream.rangeClosed(number + 1, release()).anyMatch(later -> touched(name, later));
  }

  /** Whether an event that stays is about the project. */
  private boolean isNeeded(String name, Set<String> undone) {
    return name.startsWith("PROJECT:")
        && now().records().entrySet().stream()
            .filter(other -> !undone.contains(other.getKey()))
            .anyMatch(
                other -> name.equals("PROJECT:" + other.getValue().getOrDefault("project", "")));
  }

  /** Whether an event would come back whose project is not there any more. */
  private boolean isAboutOneThatLeft(String name, State before, Set<String> undone) {
    String project = before.records().getOrDefault(name, Map.of()).get("project");
    String owner = "PROJECT:" + project;
    return project != null
        && !(undone.contains(owner) ? before : now()).records().containsKey(owner);
  }

  private void deliver(List<Move> moves) throws Exception {
    State next = now().copy();
    Delivery delivery = new Delivery(next, now(), new HashSet<>());
    moves.forEach(delivery::take);
    DeliveryFolder folder =
        new DeliveryFolder(parent, "%03d".formatted(states.size()))
            .with("name", "\"%s\"".formatted(key))
            .with("municipality", "\"%s\"".formatted(key))
            // Nothing else need differ from an earlier delivery, and the same one is not accepted
            // twice.
            .table(
                "source",
                "key,kind,publisher,title,published_on,retrieved_on,reuse",
                "page,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN",
                "page-%d,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN".formatted(states.size()));
    if (states.size() == 1) {
      folder.table(
          "municipality",
          "key,ags,ars,name_de",
          key + ",97000%1$03d,970000000%1$03d,Sampleton".formatted(cities));
    }
    delivery.write(folder);
    OwnServer.press().publish(folder.write());
    states.add(next);
  }

  static Map<String, String> project(String title, String plannedEnd) {
    return new TreeMap<>(Map.of("title_de", title, "planned_end", plannedEnd));
  }

  static Map<String, String> event(String project, String status, String day) {
    return new TreeMap<>(Map.of("project", project, "status", status, "effective_on", day));
  }

  static String day(int number) {
    return FIRST_DAY.plusDays(number).toString();
  }

  /** A delivery under construction. */
  private final class Delivery {

    private final State next;
    private final State before;
    private final Set<String> dealtWith;
    private final Map<String, Map<String, String>> given = new LinkedHashMap<>();
    private final List<String> withdrawals = new ArrayList<>();
    private int dropped;
    private final List<String> corrections = new ArrayList<>();

    private Delivery(State next, State before, Set<String> dealtWith) {
      this.next = next;
      this.before = before;
      this.dealtWith = dealtWith;
    }

    private void take(Move move) {
      String key = "p-" + move.which() % 4;
      String name = "PROJECT:" + key;
      boolean listed = next.records().containsKey(name);
      switch (move.kind()) {
        case LIST -> list(name, move.value());
        case WITHDRAW, DROP -> {
          if (listed
              && mayLeave(move.kind())
              && before.records().containsKey(name)
              && dealtWith.add(name)) {
            leave(name, key);
            if (move.kind() == Kind.WITHDRAW) {
              withdrawals.add("project," + key + ",Finished elsewhere");
            } else {
              dropped++;
            }
          }
        }
        case HAPPEN -> {
          if (listed) {
            dealtWith.add(name);
            happen("s-%03d".formatted(++events), key, move.value());
          }
        }
        case CORRECT -> correct(move);
        case REVOKE -> {}
      }
    }

    /** A list without rows is refused, and so is one that loses more than two without a word. */
    private boolean mayLeave(Kind kind) {
      return next.keys("PROJECT").size() > 1 && (kind == Kind.WITHDRAW || dropped < 2);
    }

    private void list(String name, int value) {
      boolean back = !next.records().containsKey(name);
      if (back && !dealtWith.add(name)) {
        return;
      }
      dealtWith.add(name);
      next.records().put(name, project("Title " + value % 3, day(value)));
      if (back) {
        for (String event : leftWith.getOrDefault(name, Set.of())) {
          next.records().put(event, lastOf(event));
        }
        leftWith.remove(name);
      }
    }

    private Map<String, String> lastOf(String name) {
      return states.reversed().stream()
          .filter(state -> state.records().containsKey(name))
          .findFirst()
          .orElseThrow()
          .get(name);
    }

    private void leave(String name, String key) {
      Set<String> hanging = new HashSet<>();
      next.records()
          .forEach(
              (other, values) -> {
                if (other.startsWith("PROJECT_STATUS_CHANGE:")
                    && key.equals(values.get("project"))) {
                  hanging.add(other);
                }
              });
      hanging.forEach(next.records()::remove);
      next.records().remove(name);
      leftWith.put(name, hanging);
    }

    private void happen(String key, String project, int value) {
      Map<String, String> values = event(project, STATUS.get(value % 4), day(value));
      next.records().put("PROJECT_STATUS_CHANGE:" + key, values);
      given.put(key, values);
    }

    private void correct(Move move) {
      List<String> open =
          before.keys("PROJECT_STATUS_CHANGE").stream()
              .filter(
                  key ->
                      next.records().containsKey("PROJECT_STATUS_CHANGE:" + key)
                          && !given.containsKey(key))
              .toList();
      if (open.isEmpty()) {
        return;
      }
      String key = open.get(move.which() % open.size());
      Map<String, String> old = before.get("PROJECT_STATUS_CHANGE:" + key);
      String project = String.valueOf(old.get("project"));
      String other =
          day(move.value()).equals(old.get("effective_on")) ? day(99) : day(move.value());
      if (dealtWith.add(key)) {
        dealtWith.add("PROJECT:" + project);
        Map<String, String> values = event(project, String.valueOf(old.get("status")), other);
        next.records().put("PROJECT_STATUS_CHANGE:" + key, values);
        given.put(key, values);
        corrections.add(
            "c-" + ++events + ",project_status_change," + key + ",effective_on,Mistyped,page");
      }
    }

    private void write(DeliveryFolder folder) {
      List<String> projects = new ArrayList<>(List.of("key,title_de,planned_end"));
      for (String key : next.keys("PROJECT")) {
        Map<String, String> values = next.get("PROJECT:" + key);
        projects.add(key + "," + values.get("title_de") + "," + values.get("planned_end"));
      }
      folder.table("project", projects.toArray(String[]::new));
      List<String> lines = new ArrayList<>(List.of("key,project,status,effective_on"));
      given.forEach(
          (key, values) ->
              lines.add(
                  String.join(
                      ",",
                      key,
                      values.get("project"),
                      values.get("status"),
                      values.get("effective_on"))));
      folder.table("project_status_change", lines.toArray(String[]::new));
      if (!withdrawals.isEmpty()) {
        withdrawals.addFirst("table,key,reason");
        folder.table("withdrawals", withdrawals.toArray(String[]::new));
      }
      if (!corrections.isEmpty()) {
        corrections.addFirst("key,table,row,field,reason,source");
        folder.table("corrections", corrections.toArray(String[]::new));
      }
    }
  }
}
