package org.stadtstand.serve.table;

import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.cost.Cost;
import org.stadtstand.serve.request.Question;

/** Asks questions whose answers are to become tables. */
@Component
public class AnswerTables {

  private final GraphQLSchema schema;
  private final CheckedDocuments documents;
  private final ReleaseDirectory releases;
  private final ColumnWords words;
  private final ExportSettings settings;

  AnswerTables(
      GraphQlSource source,
      CheckedDocuments documents,
      ReleaseDirectory releases,
      ColumnWords words,
      ExportSettings settings) {
    this.schema = source.schema();
    this.documents = documents;
    this.releases = releases;
    this.words = words;
    this.settings = settings;
  }

  /**
   * Asks for the first page. Empty if the engine refuses the question, because it then reports best
   * what is wrong.
   *
   * @param nested whether rows keep their nested values, so that only the outermost list counts
   */
  public Optional<AskedTable> ask(Inquiry inquiry, FileOptions options, boolean nested) {
    return asked(inquiry, options, root -> List.of(planned(root, options, nested)))
        .map(List::getFirst);
  }

  /** Asks once for all tables of an answer, or for the one that is named. */
  public Optional<List<AskedTable>> askAll(Inquiry inquiry, FileOptions options) {
    return asked(inquiry, options, root -> TablePlanner.plans(root, words, options));
  }

  private TablePlan planned(SelectedField root, FileOptions options, boolean nested) {
    if (nested) {
      return TablePlanner.planNested(root, words, options);
    }
    List<TablePlan> plans = TablePlanner.plans(root, words, options);
    if (plans.size() > 1) {
      throw TablePlanner.severalTables(
          plans.stream().map(TablePlan::sheet).filter(Objects::nonNull).toList());
    }
    return plans.getFirst();
  }

  private Optional<List<AskedTable>> asked(
      Inquiry inquiry, FileOptions options, Function<SelectedField, List<TablePlan>> planned) {
    Question question = inquiry.question();
    Optional<OperationDefinition> operation = operation(question);
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    SelectedField root = SelectedField.of(operation.get().getSelectionSet(), schema);
    List<TablePlan> plans = planned.apply(root);
    if (options.all()) {
      checkFollowed(plans);
    }
    String text = TableQuery.of(operation.get(), schema, plans.getFirst(), options);
    Question asked = question.rewritten(text, question.variables());
    if (options.all()) {
      Cost page = documents.cost(asked, releases.presentAt(question.state()));
      Budget.current().reserve(page.units() * page.pages());
    }
    Answer first = inquiry.answer(asked);
    long limit = options.all() ? settings.rows() : 0;
    String name = name(operation.get(), root);
    return Optional.of(
        plans.stream()
            .map(plan -> new AskedTable(name, plan, asked, inquiry, first, limit))
            .toList());
  }

  private static void checkFollowed(List<TablePlan> plans) {
    if (plans.size() > 1) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "all=true follows one list, and the answer holds several.",
          "Name one of them with sheet.");
    }
    if (plans.getFirst().followed().isEmpty()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "all=true follows a list, and the answer is not one that has pages.",
          "Leave all out.");
    }
  }

  /** What a question selects, as one object; empty if the engine refuses it. */
  public Optional<SelectedField> selection(Question question) {
    return operation(question)
        .map(operation -> SelectedField.of(operation.getSelectionSet(), schema));
  }

  /**
   * A question for other fields of the one record that is asked for, or the one list; empty unless
   * exactly one root field is of the type and selects the field. Links lead to the caller's own
   * question; an archived answer to that does not answer this one, which therefore has no name.
   */
  public Optional<Question> instead(
      Question question, String type, String through, String selection) {
    return operation(question)
        .flatMap(operation -> RecordQuery.of(operation, schema, type, through, selection))
        .map(
            text ->
                new Question(
                    text, null, question.variables(), question.state(), null, question.asPut()));
  }

  private static String name(OperationDefinition operation, SelectedField root) {
    String name = operation.getName();
    return name == null ? root.children().iterator().next().key() : name;
  }

  private Optional<OperationDefinition> operation(Question question) {
    return Optional.ofNullable(documents.fitting(question.document()))
        .filter(document -> !document.isSubscription(question.operation()))
        .flatMap(document -> InlinedOperation.of(document, question, schema));
  }
}
