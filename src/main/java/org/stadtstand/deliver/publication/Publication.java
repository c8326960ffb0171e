package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.deliver.checks.Corrections;
import org.stadtstand.deliver.checks.DeliveredCounts;
import org.stadtstand.deliver.checks.DoubtfulReasons;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.checks.MunicipalityRow;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.deliver.checks.Staging;
import org.stadtstand.deliver.checks.StateChecks;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.checks.TemporaryTables;
import org.stadtstand.deliver.reading.Delivery;
import org.stadtstand.deliver.redaction.StandingRedactions;
import org.stadtstand.ground.sql.ParsedStatements;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.TouchedTables;
import org.stadtstand.record.search.TextIndex;

/**
 * One delivery on its way to becoming a release: a single transaction that is rolled back unless
 * {@link #commit} is called. Publications wait for a lock before they touch what is published, so
 * that release ids increase in commit order.
 */
final class Publication implements AutoCloseable {

  private final Connection connection;
  private final JdbcClient jdbc;
  private final Model model;
  private final Delivery delivery;
  private final ReleaseRow releaseRow;
  private Map<RecordType, String> files = Map.of();
  private @Nullable TouchedTables touched;
  private boolean committed;

  Publication(DataSource source, Clock clock, Model model, Delivery delivery) throws SQLException {
    this.connection = source.getConnection();
    this.model = model;
    this.delivery = delivery;
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    this.jdbc =
        JdbcClient.create(new ParsedStatements(new SingleConnectionDataSource(connection, true)));
    this.releaseRow = new ReleaseRow(jdbc, clock, delivery.description());
  }

  /** Reads the tables and returns the fingerprint of their rows. */
  byte[] read() throws IOException, SQLException {
    // Whole tables are joined and sorted here, and only one publication runs at a time.
    jdbc.sql("set local work_mem = '64MB'").update();
    // Connections live for days, and a cached plan dates from when the tables were smaller.
    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    new TemporaryTables(jdbc).lay(model.tables());
    files = new Staging(connection, model.types()).stage(delivery);
    return delivery.digest();
  }

  /** Waits until every earlier publication has ended. */
  void queue() {
    PublishingLock.take(jdbc);
  }

  /** What the release changes, read on its own connection because nobody else can see it yet. */
  DraftChanges changes(Draft draft) {
    DataSource own = new SingleConnectionDataSource(connection, true);
    return new DraftChanges(draft, model, new Statements(own), touched(draft));
  }

  DeliveryLog log() {
    return new DeliveryLog(jdbc);
  }

  /** Whether the municipality has published anything yet. */
  boolean known() {
    return Records.isKnown(jdbc, delivery.description().municipality());
  }

  /** Does all the work of the release and reports what is wrong with it. */
  Draft prepare() {
    TableSql own = model.tables().get("municipality");
    int municipality =
        Records.municipality(jdbc, own.type(), delivery.description().municipality());
    return delivery.onlyRevokes() ? takeBack(municipality) : takeOver(municipality, own);
  }

  private Draft takeBack(int municipality) {
    Draft draft = open(municipality);
    if (!delivery.findings().refuse()) {
      new Restoration(draft, delivery.description()).restore();
    }
    return draft;
  }

  private Draft takeOver(int municipality, TableSql own) {
    MunicipalityRow row = new MunicipalityRow(own, delivery.description().municipality());
    if (!files.containsKey(own.type())) {
      row.restage(jdbc, municipality, delivery.description().given());
      files.put(own.type(), own.name() + ".csv");
    }
    Draft draft = open(municipality);
    row.check(draft);
    row.checkKeys(draft);
    new Records(draft).assign();
    new StandingRedactions(draft).fromDelivered();
    Map<TableSql, DeliveredCounts> listed =
        new PublishedComparison(draft, delivery.description()).compare();
    new Corrections(draft, listed).check();
    row.checkIdentity(draft, delivery.description().given());
    Set<TableSql> left = new WithdrawnRows(draft).end();
    Set<TableSql> touched = new LinkedHashSet<>(left);
    touched.addAll(new InsertedRows(draft, listed).begin());
    new StateChecks(draft, model, delivery.description()).run(listed, touched, !left.isEmpty());
    return draft;
  }

  private Draft open(int municipality) {
    Draft draft =
        new Draft(
            jdbc,
            model.tables(),
            municipality,
            releaseRow.open(municipality, delivery.findings()),
            files,
            delivery.unread(),
            delivery.findings());
    new DoubtfulReasons(draft).check(delivery.description());
    return draft;
  }

  /** Known once the draft is prepared; nothing begins or ends a row after that. */
  private TouchedTables touched(Draft draft) {
    if (touched == null) {
      touched = TouchedTables.of(jdbc, model.types(), draft.release());
    }
    return touched;
  }

  void derive(Draft draft) {
    new Derivation(draft).bringUpToDate(model.derivedTables());
    new TextIndex(jdbc, model.types(), draft.municipality())
        .publish(draft.release(), touched(draft));
  }

  /** Records which folder the release came from; a command has none, and a refusal no digest. */
  void remember(Draft draft, byte[] digest, byte[] bytes) {
    if (!delivery.findings().refuse()) {
      String folder = delivery.findings().folder();
      log().add(draft.release(), delivery.description().name(), folder, digest, bytes);
    }
  }

  /** Records other bytes of what was published before. */
  void remember(DeliveryLog.Entry published, byte[] bytes) throws SQLException {
    log().remember(published.release(), bytes);
    commit();
  }

  /** Everything written for the release up to this point is part of its hash. */
  void commit(Draft draft) throws SQLException {
    model.chain().add(jdbc, draft.release(), touched(draft));
    releaseRow.stamp(draft.release());
    model.chain().seal(jdbc, draft.release());
    commit();
  }

  /** Commits what was recorded about a delivery that brings nothing new. */
  void commit() throws SQLException {
    connection.commit();
    committed = true;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      if (!committed) {
        // Rolled-back rows still take up space in the temporary tables, which are never vacuumed.
        connection.setAutoCommit(true);
        jdbc.sql("discard temp").update();
      }
    }
  }
}
