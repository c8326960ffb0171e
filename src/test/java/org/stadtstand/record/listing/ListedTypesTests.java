package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.ScannedRooms;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.time.Pin;

/** How the declarations of all rooms are assembled. */
class ListedTypesTests {

  private static final RecordType STREET =
      RecordType.fullList(
              900,
              "street",
              Column.text("name_de").must().sortable(),
              Column.text("name_en"),
              Column.partialDate("opened_on"),
              Column.integer("lanes"),
              Column.bool("paved"))
          .build();
  private static final RecordType LAMP =
      RecordType.fullList(
              901, "lamp", Column.reference("street", "street").must(), Column.text("url"))
          .build();
  private static final ListedType<String> STREETS =
      ListedType.of(STREET, String.class).reader(ListedTypesTests::none).unordered("LANES").build();
  private static final ListedType<String> LAMPS =
      ListedType.of(LAMP, String.class).reader(ListedTypesTests::none).unfiltered("url").build();

  private static String none(Row row, Pin pin) {
    return "";
  }

  @Test
  void whatFiltersAndOrdersFollowsFromTheColumns() {
    ListedTypes types = together(Relation.of("Street", "lamps", LAMPS, "{t}.street = {p}"));
    assertThat(types.filters(STREETS))
        .containsOnlyKeys("key", "source", "name", "openedOn", "lanes", "paved", "lamps");
    assertThat(types.filters(STREETS))
        .hasEntrySatisfying("openedOn", field -> assertThat(field.input()).isEqualTo("DateFilter"))
        .hasEntrySatisfying("lamps", field -> assertThat(field.input()).isEqualTo("LampsWhere"));
    assertThat(types.filters(LAMPS)).containsOnlyKeys("key", "source", "street");
    assertThat(STREETS.orders()).containsOnlyKeys("KEY", "NAME", "OPENED_ON");
  }

  @Test
  void aRelationThatIsNoFilterIsNone() {
    assertThat(
            together(Relation.of("Street", "lamps", LAMPS, "{t}.street = {p}").unfiltered())
                .filters(STREETS))
        .doesNotContainKey("lamps");
  }

  @Test
  void aRelationByPairsLeavesItsChildAsItIs() {
    Relation<String> relation =
        Relation.through("Street", "lamps", LAMPS, "street_lamp", "lamp", "street");
    assertThat(relation.joins()).containsKeys("record", "street_lamp");
    assertThat(LAMPS.joins()).containsOnlyKeys("record");
  }

  @Test
  void aRelationFromAnUnknownTypeStopsTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> together(Relation.of("Avenue", "lamps", LAMPS, "{t}.street = {p}")))
        .withMessage("The relation Avenue.lamps starts from a type that no room lists: Avenue.");
  }

  @Test
  void aRelationToAnUnknownTypeStopsTheStart() {
    ListedType<String> unlisted =
        ListedType.over("Tree", String.class, "tree {t}").reader(ListedTypesTests::none).build();
    assertThatIllegalStateException()
        .isThrownBy(() -> together(Relation.of("Street", "trees", unlisted, "{t}.street = {p}")))
        .withMessage("The relation Street.trees leads to a type that no room lists: Tree.");
  }

  @Test
  void twoTypesOfOneNameStopTheStart() {
    ListingRoom twice = () -> List.of(STREETS, STREETS);
    assertThatIllegalStateException()
        .isThrownBy(() -> new ListedTypes(List.of(twice), new RecordTypes(List.of())))
        .withMessage("Two listed types are called Street.");
  }

  @Test
  void theOrderInWhichRoomsAreFoundChangesNothing() {
    List<ListingRoom> rooms = ScannedRooms.all(ListingRoom.class);
    RecordTypes recordTypes = new RecordTypes(ScannedRooms.all());
    assertThat(rooms).hasSizeGreaterThan(5);
    assertThat(described(new ListedTypes(rooms.reversed(), recordTypes)))
        .isEqualTo(described(new ListedTypes(rooms, recordTypes)));
  }

  private static List<String> described(ListedTypes types) {
    return types.all().stream()
        .map(type -> type.typeName() + types.filters(type).keySet() + type.orders().keySet())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(classes = {Column.class, RecordType.class, ListedType.class, Relation.class})
  void aDeclarationIsNeverChangedAfterItIsMade(Class<?> declaration) {
    assertThat(Arrays.stream(declaration.getDeclaredFields()).map(Field::getModifiers))
        .isNotEmpty()
        .allSatisfy(modifiers -> assertThat(Modifier.isFinal(modifiers)).isTrue());
    assertThat(Stream.of(STREETS.joins(), STREETS.columns(), STREETS.filters(), STREETS.orders()))
        .hasSize(4)
        .allSatisfy(
            map ->
                assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class));
  }

  private static ListedTypes together(Relation<?> relation) {
    ListingRoom listing =
        new ListingRoom() {
          @Override
          public List<ListedType<?>> listedTypes() {
            return List.of(STREETS, LAMPS);
          }

          @Override
          public List<Relation<?>> relations() {
            return List.of(relation);
          }
        };
    Room room = () -> List.of(STREET, LAMP);
    return new ListedTypes(List.of(listing), new RecordTypes(List.of(room)));
  }
}
