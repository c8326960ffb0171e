package org.stadtstand.graph.schema;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.listing.RecordReader.KeyRef;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.StateRequest;

/** The root fields that belong to no room: look-ups by id. */
final class RootFields {

  private final SchemaWiring wiring;

  private RootFields(SchemaWiring wiring) {
    this.wiring = wiring;
  }

  static void wire(SchemaWiring wiring) {
    RootFields fields = new RootFields(wiring);
    wiring.field("Query", "node", (source, environment) -> fields.node(environment));
    wiring.field("Query", "nodes", (source, environment) -> fields.nodes(environment));
    wiring.check(
        "Query", "node", (arguments, present) -> NodeId.parse(String.valueOf(arguments.get("id"))));
    wiring.check("Query", "nodes", (arguments, present) -> refuseTooMany(arguments));
  }

  private @Nullable Object node(DataFetchingEnvironment environment) {
    return read(environment.getArgumentOrDefault("id", ""), environment);
  }

  /** For an id that refers to nothing readable: null, and an error at its index. */
  private Object nodes(DataFetchingEnvironment environment) {
    List<String> ids = environment.getArgumentOrDefault("ids", List.of());
    List<@Nullable Object> read = new ArrayList<>();
    List<GraphQLError> errors = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      try {
        read.add(read(ids.get(i), environment));
      } catch (ApiError mistake) {
        read.add(null);
        errors.add(
            Faults.graphQl(mistake, environment.getExecutionStepInfo().getPath().segment(i)));
      }
    }
    CompletableFuture<?>[] pending =
        read.stream()
            .filter(CompletableFuture.class::isInstance)
            .map(CompletableFuture.class::cast)
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(pending)
        .thenApply(done -> DataFetcherResult.newResult().data(joined(read)).errors(errors).build());
  }

  private static void refuseTooMany(Map<String, Object> arguments) {
    List<?> ids = (List<?>) arguments.getOrDefault("ids", List.of());
    if (ids.size() > Page.MAXIMUM) {
      throw new ApiError(
          ErrorCode.BAD_PAGE,
          ids.size() + " ids were asked for, and at most " + Page.MAXIMUM + " are answered.",
          "Ask in several requests.");
    }
  }

  private static List<@Nullable Object> joined(List<@Nullable Object> read) {
    List<@Nullable Object> values = new ArrayList<>();
    read.forEach(
        value -> values.add(value instanceof CompletableFuture<?> future ? future.join() : value));
    return values;
  }

  private @Nullable Object read(String id, DataFetchingEnvironment environment) {
    NodeId node = NodeId.parse(id);
    NodeId.Lookup source = wiring.nodeSource(node.type());
    if (source != null) {
      return source.find(node, Arguments.present(environment));
    }
    ListedType<?> type = wiring.types().find(node.type());
    if (type == null || type.number() == 0) {
      throw new ApiError(
          ErrorCode.BAD_ID, "There is no type " + node.type() + ".", "Use an id unchanged.");
    }
    Pin pin = pin(node, Arguments.basis(environment));
    return wiring.batches().recordsByKey(type).get(new KeyRef(node.key(), pin), () -> environment);
  }

  private static Pin pin(NodeId node, BasisRecorder basis) {
    return node.number() == null || node.day() == null
        ? basis.pin(new StateRequest(node.municipality(), null))
        : basis.pinned(node.municipality(), node.number(), node.day());
  }
}
