package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.PendingReads;
import org.stadtstand.graph.execution.SelectingFetcher;
import org.stadtstand.graph.execution.SynchronousFetcher;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.figures.FigureNotices;
import org.stadtstand.graph.figures.FigureReader;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.groups.Group.ShareOf;
import org.stadtstand.graph.groups.GroupPage.Asked;
import org.stadtstand.graph.groups.GroupPage.GroupIdentity;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.BasisRecorder;

/** The fields by which lists are grouped, the same for all lists with figures. */
@Component
class GroupFields implements GraphQlRoom {

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
    wiring.direct(name + "Connection", "groups", grouped(columns));
    ArgumentCheck.WithSelection check =
        (arguments, selection) -> {
          GroupQuestion question = GroupQuestion.of(columns, arguments, selection);
          Asked.of(arguments);
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

  private void wireKey(SchemaWiring wiring, String keys, FigureColumn column) {
    String name = column.name();
    if (column.recordType().isEmpty()) {
      wiring.property(keys, name, row -> ((Group) row).key(name).value());
    } else {
      Map<Integer, ListedType<?>> types = new HashMap<>();
      wiring.types().all().forEach(type -> types.putIfAbsent(type.number(), type));
      wiring.direct(
          keys,
          name,
          batches.<Group>record(
              row -> row.member(name).map(member -> types.get(member.type())).orElse(null),
              row -> row.member(name).map(GroupKeys.Member::ref).orElse(null)));
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

  private DirectFetcher grouped(GroupColumns columns) {
    SelectingFetcher direct =
        (arguments, hand, selection) -> {
          GroupQuestion question = GroupQuestion.of(columns, arguments, selection);
          DirectPages pages = new DirectPages(question, Asked.of(arguments), hand);
          return source -> pages.of((Connection<?, ?>) source);
        };
    return DirectFetcher.<Connection<?, ?>>of(
        (list, environment) -> grouped(list, columns, environment), direct);
  }

  private @Nullable Object grouped(
      Connection<?, ?> list, GroupColumns columns, DataFetchingEnvironment environment) {
    Map<String, Object> arguments = environment.getArguments();
    Reading reading =
        list.ofAll(
            environment.getField(),
            Reading.class,
            () ->
                reading(list, GroupQuestion.of(columns, arguments, environment.getSelectionSet())));
    Asked asked = Asked.of(arguments);
    BasisRecorder basis = Arguments.basis(environment);
    return reading
        .batch()
        .map(
            list.key(),
            environment,
            groups -> page(list, groups, reading.question(), asked, basis));
  }

  private GroupPage page(
      Connection<?, ?> list,
      GroupedList groups,
      GroupQuestion question,
      Asked asked,
      BasisRecorder basis) {
    GroupPage page = GroupPage.of(list, groups, question, asked, new GroupIdentity(list, question));
    FigureNotices figures = FigureNotices.of(list, this.figures.words());
    FoundLists.leave(new GroupNotices(page, question, figures).all(), list.key(), basis);
    return page;
  }

  private Reading reading(Connection<?, ?> list, GroupQuestion question) {
    return new Reading(
        question,
        batches.ofLists(
            List.of("groups", question.steps(), question.read()),
            list.list(),
            list.arguments(),
            keys -> reader.read(list.list(), list.arguments(), question, keys)));
  }

  /** The pages of all lists of a field, each made once although it may be asked for again. */
  private final class DirectPages {

    private final GroupQuestion question;
    private final Asked asked;
    private final PendingReads hand;
    private final Map<Object, GroupPage> made = new HashMap<>();

    DirectPages(GroupQuestion question, Asked asked, PendingReads hand) {
      this.question = question;
      this.asked = asked;
      this.hand = hand;
    }

    Object of(Connection<?, ?> list) {
      GroupPage known = made.get(list.key());
      if (known != null) {
        return known;
      }
      Reading reading = list.ofAll(this, Reading.class, () -> reading(list, question));
      if (!(hand.find(reading.batch(), list.key()) instanceof GroupedList groups)) {
        return SynchronousFetcher.ABSENT;
      }
      GroupPage page = page(list, groups, question, asked, hand.basis());
      made.put(list.key(), page);
      return page;
    }
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
