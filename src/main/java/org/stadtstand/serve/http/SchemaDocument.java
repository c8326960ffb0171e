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
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/**
 * Serves the whole schema as one SDL document. It is printed from the schema that the engine runs,
 * so the two cannot differ, and the same schema gives the same bytes. There are two addresses
 * because some tools accept only one of the names.
 */
@Controller
class SchemaDocument {

  /** The only directive that is not in the specification, so that clients must read what it is. */
  private static final String OWN = "lang";

  /** The directives that readers need; the others only steer the engine. */
  private static final Set<String> SHOWN = Set.of("deprecated", OWN, "oneOf", "specifiedBy");

  private final SingletonSupplier<Printed> printed;

  SchemaDocument(GraphQlSource source) {
    // When first asked for: the start does not wait for it.
    this.printed = SingletonSupplier.of(() -> Printed.of(source.schema()));
  }

  @GetMapping(
      path = {"/schema.graphqls", "/schema.graphql"},
      produces = "text/plain;charset=UTF-8")
  @Nullable ResponseEntity<byte[]> schema(WebRequest request) {
    Printed own = printed.obtain();
    // Null if the caller already has it; the status 304 is set then.
    return request.checkNotModified(own.etag()) ? null : ResponseEntity.ok(own.bytes());
  }

  private record Printed(byte[] bytes, String etag) {

    static Printed of(GraphQLSchema schema) {
      SchemaPrinter.Options options =
          SchemaPrinter.Options.defaultOptions()
              .includeScalarTypes(true)
              .includeSchemaDefinition(false)
              .includeDirectiveDefinition(OWN::equals)
              .includeDirectives(SHOWN::contains);
      byte[] bytes = new SchemaPrinter(options).print(schema).getBytes(StandardCharsets.UTF_8);
      // Weak, because Tomcat does not compress a response that has a strong one.
      return new Printed(bytes, "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"");
    }
  }
}
