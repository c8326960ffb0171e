package org.stadtstand.graph.arguments;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.ExecutionContext;
import graphql.language.SourceLocation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.StateRequest;

/** The checks of all fields, by {@code Type.field}; finds all mistakes of a question at once. */
public final class ArgumentChecks {

  /** Anyone who makes more mistakes than this sees the rest after fixing these. */
  private static final int REPORTED = 100;

  private final Map<String, ArgumentCheck> checks;

  public ArgumentChecks(Map<String, ArgumentCheck> checks) {
    this.checks = checks;
  }

  /** What is wrong with the arguments of a question, in the order of its fields. */
  public List<GraphQLError> refused(ExecutionContext context) {
    Visitor visitor = look(context);
    if (visitor.refused.isEmpty()) {
      NamedKeys.put(context.getGraphQLContext(), visitor.named);
    }
    return visitor.refused;
  }

  private Visitor look(ExecutionContext context) {
    Visitor visitor = new Visitor(context.getGraphQLContext());
    try {
      AskedFields.each(context, visitor::visit);
    } catch (GraphQLException unfit) {
      // A value that does not match its type only in combination with the variables.
      if (!(unfit instanceof GraphQLError error)) {
        throw unfit;
      }
      visitor.refused.add(error);
    }
    if (visitor.looksBelow && visitor.refused.isEmpty()) {
      ExecutableNormalizedOperation operation = context.getNormalizedQueryTree().get();
      operation
          .getTopLevelFields()
          .forEach(field -> lookBelow(field, operation, context, visitor.refused));
    }
    return visitor;
  }

  private void lookBelow(
      ExecutableNormalizedField field,
      ExecutableNormalizedOperation operation,
      ExecutionContext context,
      List<GraphQLError> refused) {
    String name = field.getObjectTypeNames().iterator().next() + "." + field.getFieldName();
    if (checks.get(name) instanceof ArgumentCheck.WithSelection check) {
      try {
        check.check(
            field.getResolvedArguments(),
            DataFetchingFieldSelectionSetImpl.newCollector(
                context.getGraphQLSchema(),
                field.getType(context.getGraphQLSchema()),
                () -> field));
      } catch (ApiError mistake) {
        SourceLocation place = operation.getMergedField(field).getSingleField().getSourceLocation();
        refused.add(Faults.graphQl(mistake, place));
      }
    }
    field.getChildren().forEach(child -> lookBelow(child, operation, context, refused));
  }

  private final class Visitor {

    private final GraphQLContext context;
    private final FixedArguments fixed;
    private final Present present;
    private final List<GraphQLError> refused = new ArrayList<>();
    private final List<NamedKeys> named = new ArrayList<>();
    private boolean looksBelow;

    Visitor(GraphQLContext context) {
      this.context = context;
      this.fixed = FieldArguments.of(context).fixed();
      this.present = context.<BasisRecorder>get(BasisRecorder.class).present();
    }

    void visit(AskedFields.Asked field) {
      if (field.arguments().isEmpty() || refused.size() >= REPORTED) {
        return;
      }
      try {
        check(field);
      } catch (ApiError mistake) {
        refused.add(Faults.graphQl(mistake, field.place()));
      }
    }

    private void check(AskedFields.Asked field) {
      Map<String, Object> arguments = Arguments.inLanguage(field.arguments(), context);
      for (Object value : arguments.values()) {
        if (value instanceof KnownAt known) {
          known.refuseFuture(present.moment());
        }
      }
      if (arguments.get("asOf") != null) {
        Arguments.asked(arguments, "municipality");
      }
      if (!fixed.areFaultless(field.use())) {
        ownCheck(field, arguments);
      }
    }

    private void ownCheck(AskedFields.Asked field, Map<String, Object> arguments) {
      ArgumentCheck own = checks.get(field.type() + "." + field.definition().getName());
      Set<KeyFilter.Named> found = Set.of();
      switch (own) {
        case null -> {}
        case ArgumentCheck.OfKeys keys -> found = keys.named(arguments, present);
        case ArgumentCheck.WithSelection below -> looksBelow = true;
        default -> own.check(arguments, present);
      }
      if (!found.isEmpty()) {
        named.add(new NamedKeys(state(field), found));
      } else if (field.above() != null && !(own instanceof ArgumentCheck.WithSelection)) {
        // Not at the root, where arguments are checked against a present that will be another.
        fixed.foundFaultless(field.use());
      }
    }

    /** What is below a root field is read in its state. */
    private static @Nullable StateRequest state(AskedFields.Asked field) {
      AskedFields.Asked root = field.root();
      return root.definition().getArgument("municipality") == null
          ? null
          : Arguments.asked(root.arguments(), "municipality");
    }
  }
}
