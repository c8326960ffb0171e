package org.stadtstand.city.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stadtstand.ServerTest;

/** No city can take the place of an address of the server. */
@ServerTest
class ReservedKeysIT {

  private static final ReservedKeys RULE = new ReservedKeys();

  @Autowired private Map<String, RequestMappingHandlerMapping> mappings;
  @Autowired private Map<String, ServletRegistrationBean<?>> servlets;

  @Test
  void everyAddressOfTheServerIsReserved() throws IOException {
    Set<String> paths = new HashSet<>();
    mappings.values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .forEach(paths::add);
    servlets.values().forEach(servlet -> paths.addAll(servlet.getUrlMappings()));
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:/static/*")) {
      paths.add("/" + file.getFilename());
    }
    assertThat(paths).contains("/graphql", "/docs/{name}").hasSizeGreaterThan(15);
    assertThat(
            paths.stream()
                .flatMap(path -> Arrays.stream(path.split("/")).skip(1).limit(1))
                .filter(first -> !first.isEmpty() && !first.startsWith("$") && !first.equals("*"))
                .filter(first -> !first.startsWith("{city:")))
        .isNotEmpty()
        .allMatch(ReservedKeys::isReserved);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graphql",
        "q",
        "data",
        "docs",
        "catalog",
        "en",
        "de",
        "actuator",
        "node",
        "schema",
        "schema.graphqls",
        "favicon.ico",
        "robots.txt",
        "sitemap.xml",
        "all",
        "null",
        "05111000",
        "1",
        "docs.html",
        "feed.atom"
      })
  void aReservedKeyIsAFinding(String key) {
    assertThat(RULE.violation(Map.of("key", key)::get)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt", "st.ingbert", "essen", "datteln", "queis"})
  void aCitysNameIsNone(String key) {
    assertThat(RULE.violation(Map.of("key", key)::get)).isEmpty();
  }
}
