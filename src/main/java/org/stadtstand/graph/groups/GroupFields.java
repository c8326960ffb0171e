package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.figures.FigureNotices;
import org.stadtstand.graph.figures.FigureReader;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.groups.Group.ShareOf;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Ref;

/** The fields by which lists are grouped, the same for all lists with figures. */
@Component
class GroupFields implements GraphQlRoom {

  private static final int DIGITS = 16;

  private final Batches batches;
  private final GroupReader reader;
  private final GroupRows rows;
  private final FigureReader figures;

  GroupFields(Batches batches, GroupReader reader, GroupRows rows, FigureReader figures) {
    this.batches = batches;
    this.reader = reader;
    this.rows = rows;
    this.figures = figures;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.value("GroupRest", GroupPage.Rest.class);
    wiring.value("Period", Period.class);
    wiring.value("NumberRange", NumberRange.class);
  }

  @Override
  public void wireLists(SchemaWiring wiring) {
    FigureFields.figured(wiring).forEach(type -> wire(wiring, type));
  }

  private void wire(SchemaWiring wiring, ListedType<?> type) {
    GroupColumns columns = GroupColumns.of(type, wiring.types());
    String name = type.typeName();
    wiring.value(name + "Groups", GroupPage.class);
    wiring.<Connection<?, ?>>field(
        name + "Connection", "groups", (list, environment) -> grouped(list, columns, environment));
    ArgumentCheck.WithSelection check =
        (arguments, selection) -> {
          GroupQuestion question = GroupQuestion.of(columns, arguments, selection);
          GroupQuestion.size(arguments);
          check(wiring, type, question);
        };
    wiring.check(name + "Connection", "groups", check);
    String group = name + "Group";
    FigureFields.wire(wiring, type, group, row -> (Group) row);
    wiring.property(group, "cursor", row -> ((Group) row).cursor());
    wiring.<Group>worded(group, "label", GroupPage::label);
    wiring.property(group, "keys", row -> row);
    wiring.direct(
        group,
        "share",
        DirectFetcher.<Group>of(
            (row, environment) -> row.share(shareOf(environment.getArguments())),
            (arguments, hand) -> row -> ((Group) row).share(shareOf(arguments))));
    rows.wire(wiring, type);
    columns.keys().forEach(column -> wireKey(wiring, name + "Keys", column));
  }

  private static void wireKey(SchemaWiring wiring, String keys, FigureColumn column) {
    String name = column.name();
    if (column.recordType().isEmpty()) {
      wiring.property(keys, name, row -> ((Group) row).key(name).value());
    } else {
      wiring.<Group>field(
          keys,
          name,
          (row, environment) ->
              row.key(name).value() instanceof GroupKeys.Member member
                  ? wiring.read(member.type(), member.ref(), environment)
                  : null);
    }
    wiring.<Group>worded(
        keys, name + "Label", (row, language) -> row.key(name).words().in(language));
    wiring.property(keys, name + "Absent", row -> ((Group) row).key(name).absent());
  }

  private static ShareOf shareOf(Map<String, Object> arguments) {
    return ShareOf.valueOf(String.valueOf(arguments.get("of")));
  }

  private static void check(SchemaWiring wiring, ListedType<?> type, GroupQuestion question) {
    question
        .figures()
        .forEach(
            figure -> {
              FigureFields.check(wiring.types(), type, figure.filter());
              FigureFields.check(wiring.types(), type, figure.of());
            });
  }

  private @Nullable Object grouped(
      Connection<?, ?> list, GroupColumns columns, DataFetchingEnvironment environment) {
    Reading reading =
        list.ofAll(
            environment.getField(), Reading.class, () -> reading(list, columns, environment));
    String identity = identity(list, reading.question());
    int size = GroupQuestion.size(environment.getArguments());
    String after = environment.getArgument("after");
    return reading
        .batch()
        .map(
            list.key(),
            environment,
            groups -> {
              GroupPage page =
                  GroupPage.of(list, groups, reading.question(), size, after, identity);
              FigureNotices figures = FigureNotices.of(list, this.figures.words());
              tell(list, figures, reading.question(), page, environment);
              return page;
            });
  }

  private static void tell(
      Connection<?, ?> list,
      FigureNotices figures,
      GroupQuestion question,
      GroupPage page,
      DataFetchingEnvironment environment) {
    List<Text> notices = new GroupNotices(page, question, figures).all();
    FoundLists.leave(notices, list.key(), Arguments.basis(environment));
  }

  /** The same for all pages of the same groups, whatever is selected of them. */
  private static String identity(Connection<?, ?> list, GroupQuestion question) {
    String name =
        list.list() instanceof ListedType<?> type ? type.typeName() : list.list().toString();
    List<String> states =
        FoundLists.states(list.key()).stream()
            .map(pin -> pin.place().key() + pin.number() + pin.day())
            .toList();
    int parent = list.key() instanceof Ref ref ? ref.record() : 0;
    return Sha256.hex(
            List.of(
                    name,
                    parent,
                    states,
                    list.arguments().whole(),
                    question.steps(),
                    question.having(),
                    question.order())
                .toString())
        .substring(0, DIGITS);
  }

  private Reading reading(
      Connection<?, ?> list, GroupColumns columns, DataFetchingEnvironment environment) {
    GroupQuestion question =
        GroupQuestion.of(columns, environment.getArguments(), environment.getSelectionSet());
    return new Reading(
        question,
        batches.ofLists(
            List.of("groups", question.steps(), question.read()),
            list.list(),
            list.arguments(),
            keys -> reader.read(list.list(), list.arguments(), question, keys)));
  }

  /** How the groups of all lists of a field are read. */
  record Reading(GroupQuestion question, Batch<Object, GroupedList> batch) {}

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    StringBuilder types = new StringBuilder(GroupTypes.SHARED);
    FigureFields.figured(wiring)
        .forEach(
            type ->
                types.append(new GroupTypes(GroupColumns.of(type, wiring.types())).definitions()));
    schema.merge(new SchemaParser().parse(types.toString()));
  }
}
