package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.reading.Deliveries;
import org.stadtstand.deliver.reading.Delivery;
import org.stadtstand.deliver.reading.TableFile;
import org.stadtstand.ground.database.RolledBack;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.record.chain.NoCitations;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.time.ReleasePublished;

/** The importer with the real tables, the real rooms and its own database. */
public final class Workshop implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final List<ReleasePublished> published = new ArrayList<>();
  private final TestDatabase database = TestDatabase.fresh();
  private final Path folders = folder();
  private final Model model;
  private final Deliveries deliveries;

  @ConfigurationPropertiesScan("org.stadtstand.deliver.reading")
  private static final class Settings {}

  public Workshop() {
    ClassPathBeanDefinitionScanner rooms = new ClassPathBeanDefinitionScanner(context, false);
    rooms.addIncludeFilter(new AssignableTypeFilter(Room.class));
    rooms.scan("org.stadtstand");
    context.register(Settings.class, RecordTypes.class, Model.class, NoCitations.class);
    context.register(Deliveries.class, Publisher.class);
    context.getBeanFactory().registerSingleton("publishing", database.publishing());
    context.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
    new ClassPathBeanDefinitionScanner(context).scan("org.stadtstand.deliver.redaction");
    context.addApplicationListener(this::heard);
    context.refresh();
    this.model = context.getBean(Model.class);
    this.deliveries = context.getBean(Deliveries.class);
  }

  private void heard(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> payload
        && payload.getPayload() instanceof ReleasePublished release) {
      published.add(release);
    }
  }

  /** Another city, with its own folder for deliveries. */
  public City city() {
    return new City(this, folders);
  }

  Model model() {
    return model;
  }

  public Publisher publisher(Clock clock) {
    return new Publisher(database.publishing(), deliveries, model, clock, context);
  }

  /** A publisher whose rooms have been changed. */
  public Publisher publisher(Clock clock, UnaryOperator<Room> change) {
    List<Room> rooms = context.getBeansOfType(Room.class).values().stream().map(change).toList();
    Model changed = new Model(context.getBean(RecordTypes.class), rooms, new NoCitations());
    return new Publisher(database.publishing(), deliveries, changed, clock, context);
  }

  PackageFolders folders(IngestSettings settings, Clock clock) {
    return new PackageFolders(settings, deliveries, publisher(clock));
  }

  Report publish(Path folder) throws IOException, SQLException {
    return publisher(Clock.systemUTC()).publish(folder);
  }

  public Report revoke(String municipality, int number, String reason)
      throws IOException, SQLException {
    return publisher(Clock.systemUTC()).revoke(municipality, number, reason);
  }

  /** A publication of the folder that has not done anything yet. */
  Publication publication(Path folder) throws SQLException {
    Delivery delivery =
        Objects.requireNonNull(deliveries.open(folder, deliveries.findings(folder)));
    return new Publication(database.publishing().dataSource(), Clock.systemUTC(), model, delivery);
  }

  /** The keys of all rows in the folder's delivery. */
  Map<RecordType, List<String>> keys(Path folder) throws IOException {
    Delivery delivery =
        Objects.requireNonNull(deliveries.open(folder, deliveries.findings(folder)));
    Map<RecordType, List<String>> keys = new HashMap<>();
    for (TableFile file : delivery.files()) {
      List<String> ofTable = keys.computeIfAbsent(file.type(), type -> new ArrayList<>());
      delivery.read(file, row -> ofTable.add(row.key()));
    }
    return keys;
  }

  /** All commands, run the way an operator does. */
  public TestConsole console() {
    return new TestConsole(context);
  }

  public TestDatabase database() {
    return database;
  }

  public RecordTypes types() {
    return model.types();
  }

  /** The owner may write anything, unlike any part of the server. */
  public JdbcClient owner() {
    return database.publishing().jdbc();
  }

  /** Work of the owner of which nothing is left. */
  public <T> T rolledBack(Supplier<T> work) {
    return new RolledBack(database.publishing().transaction()).tried(work);
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  List<ReleasePublished> published() {
    return published;
  }

  @Override
  public void close() {
    context.close();
    database.close();
    try {
      FileSystemUtils.deleteRecursively(folders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("workshop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
