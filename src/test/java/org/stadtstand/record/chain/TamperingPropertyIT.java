package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.database.RolledBack;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.chain.RandomRecord.Move;
import org.stadtstand.record.chain.RandomRecord.Published;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Ledger;

/**
 * After any history, any alteration of the database is found, and release, table and row are named
 * as far as the alteration leaves them; and nothing is found if nothing was altered.
 */
class TamperingPropertyIT {

  private static final JdbcClient DATABASE = Ledger.database();
  private static final RolledBack TAMPERED = new RolledBack(Ledger.dataSource());
  private static final int ALTERATIONS = 35;

  // No shrinking: the order and the seed of the alteration that escaped say it all.
  @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whateverIsAlteredIsFound(
      @ForAll("histories") List<List<Move>> history,
      @ForAll("alterations") List<Alteration> alterations,
      @ForAll long seed) {
    RandomRecord own = new RandomRecord();
    RandomRecord twin = new RandomRecord();
    for (List<Move> moves : history) {
      own.publish(moves);
      twin.publish(moves);
      if (own.releases.size() == 1) {
        own.redact();
      }
    }
    assertThat(faults(own)).isEmpty();
    assertThat(faults(twin)).isEmpty();
    List<Published> rows = own.rows();
    List<String> escaped = new ArrayList<>();
    Random random = new Random(seed);
    for (Alteration alteration : alterations) {
      long dice = random.nextLong();
      escaped.addAll(
          TAMPERED.tried(
              () -> {
                String found = alteration.make(new Forger(own, twin, rows, new Random(dice)));
                List<String> faults = faults(own);
                return found.equals(Alteration.NOTHING)
                        || faults.stream().anyMatch(fault -> fault.contains(found))
                    ? List.of()
                    : List.of(
                        "%s (%d): \"%s\" is not in %s".formatted(alteration, dice, found, faults));
              }));
    }
    assertThat(escaped).isEmpty();
    assertThat(faults(own)).isEmpty();
  }

  /** Which columns dice come upon differs from run to run; here each is altered in each. */
  @Example
  void everyColumnTakesOtherValues() {
    RandomRecord own = new RandomRecord();
    own.publish(List.of());
    List<String> same = new ArrayList<>();
    for (Published row : own.rows()) {
      for (Column column : row.type().columns()) {
        Forger forger = new Forger(own, own, List.of(row), new Random(1));
        if (TAMPERED.tried(() -> forger.alterValue(row, column)).equals(Alteration.NOTHING)) {
          same.add(row.type().table() + "." + column.name());
        }
      }
    }
    assertThat(same).as("there is one currency").containsExactly("cost_observation.currency");
  }

  private static List<String> faults(RandomRecord city) {
    return new Verification(DATABASE, Ledger.types(), List.of())
        .verify(city.municipality, null).faults().stream()
            .map(TamperingPropertyIT::english)
            .toList();
  }

  private static String english(Text fault) {
    return String.valueOf(fault.en());
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    Arbitrary<Move> moves =
        Combinators.combine(
                Arbitraries.integers().between(0, 99),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(false, false, true),
                Arbitraries.of(false, true),
                Arbitraries.integers().between(0, 999_999))
            .as(Move::new);
    return moves.list().ofMinSize(20).ofMaxSize(40).list().ofMinSize(2).ofMaxSize(4);
  }

  /** Most of them in any order, values of columns more than once. */
  @Provide
  Arbitrary<List<Alteration>> alterations() {
    List<Alteration> all = new ArrayList<>(Alterations.all());
    for (int i = 0; i < 10; i++) {
      all.add(Alterations.VALUE);
    }
    return Arbitraries.shuffle(all).map(shuffled -> shuffled.subList(0, ALTERATIONS));
  }
}
