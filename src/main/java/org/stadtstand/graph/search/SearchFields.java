package org.stadtstand.graph.search;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.search.Excerpt.ExcerptPart;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.search.SearchQuestion;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;

/** The root field {@code search}, and the fields of what it finds. */
@Component
class SearchFields implements GraphQlRoom {

  private static final String CONNECTION = "SearchConnection";
  private static final String HIT = "SearchHit";

  private final RecordSearch search;
  private final RecordTypes types;

  SearchFields(RecordSearch search, RecordTypes types) {
    this.search = search;
    this.types = types;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    // Links between two records are no nodes, and cannot be shown.
    Set<Integer> nodes =
        wiring.types().all().stream()
            .filter(type -> type.recordType() != null)
            .map(ListedType::number)
            .collect(Collectors.toSet());
    wiring.field("Query", "search", (source, environment) -> page(environment, nodes));
    wiring.check("Query", "search", (arguments, present) -> check(arguments, nodes));
    wiring.value("SearchEdge", SearchPage.Edge.class);
    wiring.value(HIT, SearchHit.class);
    wiring.value("SearchMatch", SearchMatch.class);
    wiring.value("ExcerptPart", ExcerptPart.class);
    wiring.value("SearchCount", SearchCount.class);
    timed(wiring, "nodes", SearchPage::nodes);
    timed(wiring, "edges", SearchPage::edges);
    timed(wiring, "pageInfo", SearchPage::pageInfo);
    wiring.value(CONNECTION, SearchPage.class);
    word(wiring, HIT, "typeLabel", SearchHit::typeLabel);
    word(wiring, HIT, "title", SearchHit::title);
    word(wiring, HIT, "fieldLabel", SearchHit::fieldLabel);
    word(wiring, "SearchMatch", "fieldLabel", SearchMatch::fieldLabel);
    word(wiring, "SearchCount", "typeLabel", SearchCount::typeLabel);
    wiring.<SearchHit>field(
        HIT,
        "record",
        (found, environment) -> wiring.read(found.hit().type(), found.ref(), environment));
  }

  @Override
  public Set<String> searches() {
    return Set.of("search");
  }

  private static <S> void word(
      SchemaWiring wiring,
      String type,
      String name,
      BiFunction<S, Language, @Nullable Object> word) {
    wiring.worded(type, name, word);
  }

  private static void timed(SchemaWiring wiring, String name, Function<SearchPage, Object> read) {
    wiring.<SearchPage>field(
        CONNECTION,
        name,
        (page, environment) -> Deadline.during(deadline(environment), () -> read.apply(page)));
  }

  private static Deadline deadline(DataFetchingEnvironment environment) {
    return environment.getGraphQlContext().get(Deadline.class);
  }

  private SearchQuestion check(Map<String, Object> arguments, Set<Integer> nodes) {
    SearchPage.check(Arguments.list(arguments).page().after());
    listed(arguments, nodes);
    return SearchQuestion.of(String.valueOf(arguments.get("text")));
  }

  private SearchPage page(DataFetchingEnvironment environment, Set<Integer> nodes) {
    SearchQuestion question = check(environment.getArguments(), nodes);
    String state = Arguments.present(environment).state(Arguments.asked(environment));
    ListArguments arguments = Arguments.list(environment).in(state);
    List<Pin> pins = Arguments.pins(environment, arguments.page());
    Cursor list = Cursor.of("search", arguments.filterDigest());
    Cursor after = arguments.page().after();
    if (after != null) {
      after.checkedFor(list);
    }
    SearchResult found =
        Deadline.during(deadline(environment), () -> search.find(question, pins, nodes));
    return SearchPage.of(
        found,
        listed(environment.getArguments(), nodes),
        types,
        arguments.page(),
        begun(list, state, pins, Arguments.present(environment)),
        search);
  }

  private static Cursor begun(Cursor list, String state, List<Pin> pins, Present present) {
    int newest = pins.stream().mapToInt(Pin::release).max().orElse(0);
    return list.in(state, newest, pins.isEmpty() ? present.today() : pins.getFirst().day());
  }

  /** The types to list; null for all. */
  private @Nullable Set<Integer> listed(Map<String, Object> arguments, Set<Integer> nodes) {
    if (!(arguments.get("types") instanceof List<?> named)) {
      return null;
    }
    Set<Integer> numbers = new HashSet<>();
    for (Object name : named) {
      int number = types.get(RowTypes.table(String.valueOf(name))).number();
      if (!nodes.contains(number)) {
        throw new ApiError(
            ErrorCode.BAD_SEARCH,
            name + " links two records, and is not searched.",
            "Search for the records that it links.");
      }
      numbers.add(number);
    }
    return numbers;
  }
}
