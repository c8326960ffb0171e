package org.stadtstand.graph.steps;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** The enum {@code RowType}, with a constant for each table. */
@Component
class RowTypeEnum implements GraphQlRoom {

  private final RecordTypes types;

  RowTypeEnum(RecordTypes types) {
    this.types = types;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    // It has no fields.
  }

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    StringBuilder text = new StringBuilder();
    text.append("\"The type of a published record: the name of its table in capitals.\"\n");
    text.append("enum RowType {\n");
    types.all().forEach(type -> text.append(constant(type)));
    schema.merge(new SchemaParser().parse(text.append("}\n").toString()));
  }

  private static String constant(RecordType type) {
    Text label = FieldWords.heading(type.told().label());
    return "\"%s (%s).\" %s\n".formatted(label.in(Language.EN), label.de(), RowTypes.name(type));
  }
}
