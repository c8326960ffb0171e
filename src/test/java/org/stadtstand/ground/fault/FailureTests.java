package org.stadtstand.ground.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whatever an operator can mend is told in one sentence; only mistakes of ours are not. */
class FailureTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "53100 | The database's disk is full",
        "53200 | no more memory",
        "53300 | no more connections",
        "25006 | read-only",
        "42501 | allows this user too little",
        "57014 | in the way",
        "55P03 | in the way",
        "40P01 | in the way",
        "08006 | cannot be reached",
        "08001 | cannot be reached",
        "57P01 | cannot be reached",
        "57P03 | cannot be reached",
        "28P01 | cannot be used",
        "3D000 | cannot be used",
        "54000 | at its limits",
        "58030 | at its limits",
        "XX001 | at its limits"
      })
  void ofADatabase(String state, String sentence) {
    SQLException refused = new SQLException("In the words\nof PostgreSQL", state);
    for (Throwable fault :
        new Throwable[] {
          refused,
          new DataAccessResourceFailureException("wrapped", refused),
          new IllegalStateException("wrapped, too", new IllegalArgumentException(refused))
        }) {
      assertThat(Failure.sentence(fault)).get().asString().contains(sentence).hasLineCount(1);
    }
  }

  @Test
  void ofADiskOrAFolder() {
    assertThat(sentence(new NoSuchFileException("a/b"))).isEqualTo("a/b does not exist.");
    assertThat(sentence(new AccessDeniedException("a/b")))
        .isEqualTo("a/b may not be read or written by this user.");
    assertThat(sentence(new FileSystemException("a/b", null, "No space left on device")))
        .isEqualTo("a/b cannot be read or written: No space left on device.");
    assertThat(sentence(new FileSystemException("a/b"))).contains("a/b");
    assertThat(sentence(new FileNotFoundException("a/b (Permission denied)")))
        .isEqualTo("A file or a connection failed: a/b (Permission denied).");
    assertThat(sentence(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo("A file or a connection failed: No space left on device.");
    assertThat(sentence(new ReadOnlyFileSystemException())).contains("read-only");
  }

  @Test
  void ofAStart() {
    StartRefused refused = new StartRefused("What is wrong.", "What to do.");
    assertThat(sentence(new IllegalStateException("wrapped", refused)))
        .isEqualTo("What is wrong. What to do.");
    var told = new StartRefusedAnalyzer().analyze(new IllegalStateException("wrapped", refused));
    assertThat(told)
        .isNotNull()
        .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
        .containsExactly("What is wrong.", "What to do.");
  }

  @Test
  void ofOursIsNone() {
    assertThat(Failure.sentence(new IllegalStateException("a mistake"))).isEmpty();
    assertThat(Failure.sentence(new NullPointerException())).isEmpty();
    assertThat(Failure.sentence(new SQLException("syntax error", "42601"))).isEmpty();
  }

  private static String sentence(Throwable fault) {
    return Failure.sentence(fault).orElseThrow();
  }
}
