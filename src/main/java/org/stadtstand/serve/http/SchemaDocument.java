package org.stadtstand.serve.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/**
 * Serves the whole schema as one SDL document, printed from what the engine runs, so that it cannot
 * differ from it. The same schema gives the same bytes. Some tools take only one of the two names.
 */
@Controller
class SchemaDocument {

  /** What a reader needs of the directives; the others only steer the engine. */
  private static final Set<String> SHOWN = Set.of("deprecated", "oneOf", "specifiedBy");

  private final Printed printed;

  SchemaDocument(GraphQlSource source) {
    this.printed = Printed.of(source.schema());
  }

  @GetMapping(
      path = {"/schema.graphqls", "/schema.graphql"},
      produces = "text/plain;charset=UTF-8")
  @Nullable ResponseEntity<byte[]> schema(WebRequest request) {
    // Null: the caller has it already, and 304 is set.
    return request.checkNotModified(printed.etag()) ? null : ResponseEntity.ok(printed.bytes());
  }

  private record Printed(byte[] bytes, String etag) {

    static Printed of(GraphQLSchema schema) {
      SchemaPrinter.Options options =
          SchemaPrinter.Options.defaultOptions()
              .includeScalarTypes(true)
              .includeSchemaDefinition(false)
              .includeDirectiveDefinitions(false)
              .includeDirectives(SHOWN::contains);
      byte[] bytes = new SchemaPrinter(options).print(schema).getBytes(StandardCharsets.UTF_8);
      // Weak, because Tomcat compresses nothing that has a strong one.
      return new Printed(bytes, "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"");
    }
  }
}
