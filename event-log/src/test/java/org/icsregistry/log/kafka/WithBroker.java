package org.icsregistry.log.kafka;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the one broker of the test run. */
final class WithBroker implements ParameterResolver {
  private static final ExtensionContext.Namespace BROKER =
      ExtensionContext.Namespace.create(WithBroker.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Broker.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(BROKER)
        .computeIfAbsent(Broker.class, type -> new Broker(), Broker.class);
  }
}
