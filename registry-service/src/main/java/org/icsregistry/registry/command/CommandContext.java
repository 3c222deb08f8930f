package org.icsregistry.registry.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, when, about whom, and what may be looked up. Also collects what became of
 * it.
 */
public final class CommandContext {

  /** Dates in the field are British dates. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Origin origin;
  private final Instant now;
  private final Facts facts;
  private final String host;
  private final List<Appended> appended = new ArrayList<>();

  /**
   * @param host code of the ICS host organisation
   */
  public CommandContext(Origin origin, Instant now, Facts facts, String host) {
    this.origin = origin;
    this.now = now;
    this.facts = facts;
    this.host = host;
  }

  /**
   * Where a command comes from.
   *
   * @param sender code of the organisation that speaks
   * @param subject whom or what the command is about
   * @param commandId the sender's own id for it
   * @param signedBy the sender's signature, when it signed
   */
  public record Origin(
      String sender,
      String subject,
      String commandId,
      @Nullable String actor,
      @Nullable String correlationId,
      @Nullable SignedBy signedBy) {

    /** A command that is not signed. */
    public Origin(
        String sender,
        String subject,
        String commandId,
        @Nullable String actor,
        @Nullable String correlationId) {
      this(sender, subject, commandId, actor, correlationId, null);
    }
  }

  /** An event that the command led to, once it has its place in the log. */
  public record Appended(String id, String type, long logIndex) {}

  public Origin origin() {
    return origin;
  }

  public String sender() {
    return origin.sender();
  }

  public String subject() {
    return origin.subject();
  }

  /** When the command is decided, by the registry's clock. */
  public Instant now() {
    return now;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  public Facts facts() {
    return facts;
  }

  public String host() {
    return host;
  }

  public boolean fromHost() {
    return origin.sender().equals(host);
  }

  /** Called by the store, in the order of the log. */
  public void appended(Appended event) {
    appended.add(event);
  }

  public List<Appended> appended() {
    return List.copyOf(appended);
  }
}
