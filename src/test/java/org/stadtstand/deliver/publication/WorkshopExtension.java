package org.stadtstand.deliver.publication;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class a {@link Workshop}, which is closed after the last test, and each test a
 * {@link City} in it. Constructors and methods receive them as parameters.
 */
public final class WorkshopExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace OWN = Namespace.create(WorkshopExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    // Created here so that it is stored at class level, which outlives the store of a test.
    workshop(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Workshop.class || type == City.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Workshop workshop = workshop(context);
    return parameter.getParameter().getType() == City.class ? workshop.city() : workshop;
  }

  private static Workshop workshop(ExtensionContext context) {
    return context
        .getStore(OWN)
        .computeIfAbsent(Workshop.class, any -> new Workshop(), Workshop.class);
  }
}
