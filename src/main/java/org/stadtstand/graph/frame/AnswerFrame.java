package org.stadtstand.graph.frame;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.NamedKeys;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.AwaitedMunicipality;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * What surrounds every answer: before it, the present is fixed for the whole request; after it,
 * {@code extensions.dataset} describes the states it rests on and every error gets its code.
 */
@Component
class AnswerFrame extends SimplePerformantInstrumentation {

  private static final Logger log = LoggerFactory.getLogger(AnswerFrame.class);

  /** An answer about a thousand cities describes the first ones and says how many there were. */
  private static final int DESCRIBED = 25;

  private static final Text UNCHECKED =
      new Text(
          "Ob es alle Schlüssel gibt, die der Filter nennt, ließ sich nicht prüfen.",
          "Whether all keys that the filter names exist could not be checked.");

  private final ReleaseDirectory releases;
  private final DatasetSource datasets;
  private final FilterNotices filters;
  private final ErrorMeters meters;

  AnswerFrame(
      ReleaseDirectory releases,
      DatasetSource datasets,
      FilterNotices filters,
      ErrorMeters meters) {
    this.releases = releases;
    this.datasets = datasets;
    this.filters = filters;
    this.meters = meters;
  }

  @Override
  public ExecutionInput instrumentExecutionInput(
      ExecutionInput input,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    // Empty: a batch adds its loader when its first key misses the cache.
    return input.transform(with -> with.dataLoaderRegistry(new DataLoaderRegistry()));
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
      InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
    ExecutionInput input = parameters.getExecutionInput();
    input
        .getGraphQLContext()
        .computeIfAbsent(BasisRecorder.class, type -> new BasisRecorder(releases.present()));
    return SimpleInstrumentationContext.noOp();
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    BasisRecorder basis = parameters.getGraphQLContext().get(BasisRecorder.class);
    ExecutionResultImpl.Builder<?> framed =
        ExecutionResultImpl.newExecutionResult()
            .from(result)
            .errors(
                EngineErrors.coded(result.getErrors(), parameters.getSchema()).stream()
                    .peek(meters::count)
                    .toList());
    if (basis != null && !(basis.pins().isEmpty() && basis.missing().isEmpty())) {
      Map<Object, Object> extensions =
          new LinkedHashMap<>(result.getExtensions() == null ? Map.of() : result.getExtensions());
      leave(NamedKeys.of(parameters.getGraphQLContext()), basis);
      extensions.put("dataset", dataset(basis));
      framed.extensions(extensions);
    }
    return CompletableFuture.completedFuture(framed.build());
  }

  private List<Map<String, ? extends @Nullable Object>> dataset(BasisRecorder basis) {
    List<Pin> pins =
        basis.pins().stream()
            .sorted(
                Comparator.comparing((Pin pin) -> pin.place().key())
                    .thenComparing(Pin::release)
                    .thenComparing(Pin::day))
            .toList();
    List<Map<String, ? extends @Nullable Object>> described =
        new ArrayList<>(pins.stream().limit(DESCRIBED).map(pin -> noticed(pin, basis)).toList());
    if (pins.size() > DESCRIBED) {
      described.add(Map.of("more", pins.size() - DESCRIBED));
    }
    basis.missing().stream().map(AnswerFrame::describe).forEach(described::add);
    return described;
  }

  private void leave(List<NamedKeys> named, BasisRecorder basis) {
    try {
      filters.leave(named, basis);
    } catch (DataAccessException e) {
      // As below: the answer itself may be right.
      log.warn("The keys of a filter cannot be looked up: {}", e.getMessage());
      basis.pins().forEach(pin -> basis.notice(pin, UNCHECKED));
    }
  }

  /** The description of a state, with what this answer alone has to say about it. */
  private Map<String, ? extends @Nullable Object> noticed(Pin pin, BasisRecorder basis) {
    Map<String, ? extends @Nullable Object> described = describe(pin, basis.present());
    Collection<Text> notices = basis.notices(pin);
    if (notices.isEmpty()) {
      return described;
    }
    Map<String, @Nullable Object> noticed = new LinkedHashMap<>(described);
    List<Object> warnings = new ArrayList<>((List<?>) noticed.getOrDefault("warnings", List.of()));
    notices.stream().map(Text::de).forEach(warnings::add);
    noticed.put("warnings", warnings);
    return noticed;
  }

  private static Map<String, Object> describe(AwaitedMunicipality missing) {
    return Map.of(
        "municipality",
        missing.key(),
        "warnings",
        List.of("Die Daten werden gerade erstmals eingelesen und fehlen in dieser Antwort."));
  }

  private Map<String, ? extends @Nullable Object> describe(Pin pin, Present present) {
    try {
      return datasets.describe(pin, present);
    } catch (DataAccessException e) {
      // The whole answer may come from the cache; it should not be lost for lack of a description.
      log.warn("The dataset of {} cannot be described: {}", pin.place().key(), e.getMessage());
      Map<String, Object> known = new LinkedHashMap<>();
      known.put("municipality", pin.place().key());
      known.put("release", pin.number());
      known.put("day", pin.day().toString());
      known.put("warnings", List.of("Die Datenbank ist zurzeit nicht erreichbar."));
      return known;
    }
  }
}
