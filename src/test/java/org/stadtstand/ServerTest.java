package org.stadtstand;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.stadtstand.serve.format.Files;

/**
 * A test against the whole server with both packages loaded, on a fixed day, so that answers can be
 * compared exactly. Tests with this annotation share one server.
 */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // Otherwise each test of a caller who falls silent would take ten seconds.
    properties = {"server.tomcat.connection-timeout=3s", "http.body-time=3s"})
@Import({FixedDay.class, CountedStatements.class, Questions.class, Files.class})
public @interface ServerTest {}
