package org.stadtstand.serve.bulk;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.Representation.Flow;
import org.stadtstand.serve.format.Representation.Stored;
import org.stadtstand.serve.response.Response;

/**
 * Keeps whole files on disk, each written to its end before a byte of it is sent: what the database
 * could not deliver completely is never taken for the whole. Length and digest are therefore known
 * beforehand, and no slow reader holds a connection.
 */
@Component
public final class FileStore implements AutoCloseable, MeterBinder {

  private static final int BUFFER = 1 << 16;
  private static final long KILOBYTE = 1024;
  private static final int DELETED_AFTER_SECONDS = 10;

  private final TemporaryFolder folder = TemporaryFolder.create();
  private final AsyncCache<Object, Stored> files;

  FileStore(BulkSettings settings) {
    long most = Math.max(2, settings.stored().toKilobytes());
    this.files =
        Caffeine.newBuilder()
            .recordStats()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .maximumWeight(most)
            // Otherwise a file larger than all together would be deleted before it is sent.
            .weigher((Object key, Stored file) -> weight(file, most / 2))
            .removalListener((key, file, cause) -> deleteSoon(file))
            .buildAsync();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "files", files.synchronous());
  }

  private static int weight(Stored file, long most) {
    return Math.toIntExact(Math.clamp(file.length() / KILOBYTE, 1, most));
  }

  /**
   * The file under a key, written now unless it is there.
   *
   * @param key a value; equal for equal bytes
   */
  public Stored file(Object key, Flow content) throws IOException {
    try {
      return files.get(key, missing -> written(content)).join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case UncheckedIOException fault -> throw fault.getCause();
        case RuntimeException fault -> throw fault;
        case null, default -> throw e;
      }
    }
  }

  /**
   * The file under a key as a response, compressed if the caller takes it so.
   *
   * @param made the response's description of the bytes that are sent
   */
  public Response response(
      Object key,
      Flow content,
      boolean gzip,
      Function<Stored, Representation> made,
      Instant changed)
      throws IOException {
    Stored plain = file(key, content);
    Stored sent = gzip ? file(List.of(key, "gzip"), compressed(plain)) : plain;
    return Response.stored(made.apply(sent), plain.sha256(), gzip, changed);
  }

  private static Flow compressed(Stored plain) {
    return out -> {
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      Files.copy(plain.path(), gzip);
      gzip.finish();
    };
  }

  /** Work that needs a file of its own on the way to what it writes. */
  interface FileWork {
    void with(Path scratch) throws IOException;
  }

  void bySideOf(FileWork work) throws IOException {
    Path scratch = Files.createTempFile(folder.path(), "", "");
    try {
      work.with(scratch);
    } finally {
      delete(scratch);
    }
  }

  /** What the law withholds is not left lying on the disk. */
  @EventListener
  void on(RecordRedacted redacted) {
    files.synchronous().invalidateAll();
  }

  private Stored written(Flow content) {
    Path file = null;
    try {
      file = Files.createTempFile(folder.path(), "", "");
      MessageDigest digest = Sha256.start();
      try (OutputStream out = Files.newOutputStream(file);
          OutputStream digested = new DigestOutputStream(out, digest);
          OutputStream buffered = new BufferedOutputStream(digested, BUFFER)) {
        content.writeTo(buffered);
      }
      return new Stored(file, Files.size(file), digest.digest());
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      delete(file);
      throw e;
    }
  }

  /** Whoever has just been given it still opens it; whoever has opened it reads it to its end. */
  private static void deleteSoon(@Nullable Stored file) {
    if (file != null) {
      CompletableFuture.delayedExecutor(DELETED_AFTER_SECONDS, TimeUnit.SECONDS)
          .execute(() -> delete(file.path()));
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    folder.delete();
  }
}
