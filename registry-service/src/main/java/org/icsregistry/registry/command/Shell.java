package org.icsregistry.registry.command;

import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.icsregistry.contracts.message.Event;

/**
 * The thin seam between pure decisions and Axon: decides first, applies afterwards, so a refusal
 * leaves nothing behind.
 */
public final class Shell {

  /**
   * Metadata key under which commands and events carry their {@link CommandContext} inside the
   * process.
   */
  public static final String CONTEXT = "context";

  /** Metadata key under which events carry whom or what they are about. */
  public static final String SUBJECT = "subject";

  private Shell() {}

  /** A pure decision: which events follow, or a refusal. */
  @FunctionalInterface
  public interface Decide {
    List<? extends Event> events();
  }

  public static Decision handle(CommandContext context, Decide decide) {
    var metaData = MetaData.with(CONTEXT, context).and(SUBJECT, context.subject());
    return Decision.of(() -> {
      Signatures.check(context);
      decide.events().forEach(event -> AggregateLifecycle.apply(event, metaData));
    });
  }
}
