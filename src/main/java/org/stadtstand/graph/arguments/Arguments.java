package org.stadtstand.graph.arguments;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListArguments.OrderTerm;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.StateRequest;

/** A field's arguments as self-checking records; nothing behind this door checks them again. */
public final class Arguments {

  private static final int ORDER_TERMS = 10;

  private static final String LANG = "lang";

  private static final Set<String> COMMON =
      Set.of(
          "municipality",
          "knownAt",
          "on",
          "asOf",
          "filter",
          "orderBy",
          "first",
          "after",
          "last",
          "before",
          LANG);

  private Arguments() {}

  /** What "now" is for this request, for look-ups that the answer does not rest on. */
  public static Present present(DataFetchingEnvironment environment) {
    return basis(environment).present();
  }

  /** Provides the answer's states and records them as what it rests on. */
  public static BasisRecorder basis(DataFetchingEnvironment environment) {
    BasisRecorder basis = environment.getGraphQlContext().get(BasisRecorder.class);
    if (basis == null) {
      throw new IllegalStateException("The request has no present");
    }
    return basis;
  }

  public static StateRequest asked(DataFetchingEnvironment environment) {
    return asked(FieldArguments.of(environment), "municipality");
  }

  /** The state that arguments name, of the municipality in the argument of that name. */
  public static StateRequest asked(Map<String, Object> arguments, String municipality) {
    return new StateRequest(
        (String) arguments.get(municipality),
        (KnownAt) arguments.get("knownAt"),
        (LocalDate) arguments.get("on"),
        "RECORD".equals(arguments.get("asOf")));
  }

  /** The states at which a list is read: as asked for, or those in which its cursor was made. */
  public static List<Pin> pins(DataFetchingEnvironment environment, Page page) {
    BasisRecorder basis = basis(environment);
    StateRequest asked = asked(environment);
    Cursor cursor = page.cursor();
    if (cursor == null) {
      return basis.pins(asked);
    }
    if (!basis.present().isHere(cursor.release())) {
      throw Cursor.ahead();
    }
    List<Pin> pins = basis.continued(asked, cursor.release(), cursor.day());
    if (pins.stream().noneMatch(pin -> pin.release() == cursor.release())) {
      throw Cursor.other("in another release");
    }
    return pins;
  }

  public static ListArguments list(DataFetchingEnvironment environment) {
    return list(inLanguage(environment));
  }

  public static ListArguments list(Map<String, Object> arguments) {
    Map<String, Object> others = new HashMap<>(arguments);
    others.keySet().removeAll(COMMON);
    if (language(arguments) != Language.DE) {
      others.put(ListArguments.LANGUAGE, language(arguments));
    }
    Map<String, Object> filter = argument(arguments, "filter");
    Page page =
        Page.of(
            argument(arguments, "first"),
            argument(arguments, "after"),
            argument(arguments, "last"),
            argument(arguments, "before"));
    return new ListArguments(filter == null ? Map.of() : filter, order(arguments), page, others);
  }

  @SuppressWarnings("unchecked")
  private static <V> @Nullable V argument(Map<String, Object> arguments, String name) {
    return (V) arguments.get(name);
  }

  /** The language that the field names, else that of the question. */
  public static Language language(DataFetchingEnvironment environment) {
    // Most fields have none: resolving the arguments would cost more than the rest of the field.
    Object asked =
        environment.getField().getArguments().isEmpty() ? null : environment.getArgument(LANG);
    return asked == null
        ? QuestionLanguage.of(environment.getGraphQlContext())
        : Language.valueOf(asked.toString());
  }

  /** The same of arguments that were completed. */
  public static Language language(Map<String, Object> arguments) {
    Object asked = arguments.get(LANG);
    return asked == null ? Language.DE : Language.valueOf(asked.toString());
  }

  /** The field's arguments completed by the language of the question, if they name none. */
  public static Map<String, Object> inLanguage(DataFetchingEnvironment environment) {
    return inLanguage(FieldArguments.of(environment), environment.getGraphQlContext());
  }

  /** The same of arguments that were completed. */
  public static Map<String, Object> inLanguage(
      Map<String, Object> arguments, GraphQLContext context) {
    Language language = QuestionLanguage.of(context);
    if (language == Language.DE || arguments.get(LANG) != null) {
      return arguments;
    }
    Map<String, Object> completed = new HashMap<>(arguments);
    completed.put(LANG, language);
    return completed;
  }

  public static @Nullable LocalDate on(DataFetchingEnvironment environment) {
    return environment.getArgument("on");
  }

  public static KnownAt at(DataFetchingEnvironment environment) {
    KnownAt at = environment.getArgument("at");
    if (at == null) {
      throw new IllegalStateException("asKnown has a required argument");
    }
    return at;
  }

  private static List<OrderTerm> order(Map<String, Object> arguments) {
    List<Map<String, Object>> asked = argument(arguments, "orderBy");
    List<OrderTerm> order = new ArrayList<>();
    if (asked != null && asked.size() > ORDER_TERMS) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "orderBy has more than " + ORDER_TERMS + " terms.",
          "A list is in order after a few of them.");
    }
    for (Map<String, Object> term : asked == null ? List.<Map<String, Object>>of() : asked) {
      order.add(
          new OrderTerm(
              String.valueOf(term.get("field")),
              "DESC".equals(term.get("direction")),
              "FIRST".equals(term.get("nulls"))));
    }
    return order;
  }
}
