package org.icsregistry.projection.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What is left out of a person's entries even for whoever may read them. Another organisation does
 * not learn who looked at the person, who saw an emergency, and what was decided against them
 * (decision record 10): checks of others it sees in the passport, where a refusal leaves no trace,
 * and their recruitment not at all. And the person hears of an emergency only when that harms
 * nobody.
 */
public sealed interface Discretion {

  /** What an organisation sees of a person who shares details with it. */
  record TowardsOrganisation(String code) implements Discretion {}

  /**
   * What a person sees.
   *
   * @param at what may be told by then is shown
   */
  record TowardsPerson(Instant at) implements Discretion {}

  /** Whether this entry may be shown. */
  default boolean allows(RecordedEvent entry) {
    var reserved = Reserved.of(entry);
    return switch (this) {
      case TowardsOrganisation(String code) -> reserved.to() == null || reserved.to().equals(code);
      case TowardsPerson(Instant at) -> reserved.until() == null || !reserved.until().isAfter(at);
    };
  }

  /** The same as {@link #allows}, on entries of the trail. */
  default String condition() {
    return switch (this) {
      case TowardsOrganisation _ -> " AND (reserved_to IS NULL OR reserved_to = :reader)";
      case TowardsPerson _ -> " AND (reserved_until IS NULL OR reserved_until <= :at)";
    };
  }

  /** Fills in what {@link #condition} leaves open. */
  default void fill(StatementSpec statement) {
    var _ =
        switch (this) {
          case TowardsOrganisation(String code) -> statement.param("reader", code);
          case TowardsPerson(Instant at) -> statement.param("at", at.atOffset(UTC));
        };
  }
}
