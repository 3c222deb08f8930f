package org.icsregistry.contracts.passport;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ties one organisation to one person, as a row that decides who sees somebody without their
 * passport.
 *
 * @param linked whether they have a relationship
 * @param granted British days on which a permission holds, as PostgreSQL writes several ranges
 * @param emergencyUntil until when an emergency lasts or lasted, as exactly as PostgreSQL keeps
 *     moments; absent for none
 */
public record Tie(
    String subject,
    String partner,
    boolean linked,
    String granted,
    @Nullable Instant emergencyUntil) {

  /** All of a person, by organisation. */
  public static List<Tie> of(String subject, Relations relations) {
    var partners = new TreeSet<>(relations.links().keySet());
    relations.grants().values().forEach(grant -> partners.add(grant.partner()));
    partners.addAll(relations.emergencies().keySet());
    return partners.stream().map(partner -> of(subject, partner, relations)).toList();
  }

  private static Tie of(String subject, String partner, Relations relations) {
    var emergency = relations.emergencies().get(partner);
    return new Tie(
        subject,
        partner,
        relations.links().containsKey(partner),
        days(relations.grants().values().stream().filter(g -> g.partner().equals(partner))),
        emergency == null ? null : emergency.until().truncatedTo(ChronoUnit.MICROS));
  }

  /** In order, and what overlaps or touches joined. */
  private static String days(Stream<Grant> grants) {
    var joined = new ArrayDeque<Days>();
    grants
        // One that was withdrawn is not in force on any day.
        .filter(grant -> grant.inForce(grant.until()))
        .map(grant -> new Days(grant.agreedOn(), grant.until().plusDays(1)))
        .sorted(comparing(Days::from))
        .forEach(days -> {
          var last = joined.peekLast();
          boolean apart = last == null || days.from().isAfter(last.before());
          joined.add(apart ? days : joined.removeLast().until(days.before()));
        });
    return joined.stream().map(Days::toString).collect(joining(",", "{", "}"));
  }

  private record Days(LocalDate from, LocalDate before) {

    Days until(LocalDate other) {
      return other.isAfter(before) ? new Days(from, other) : this;
    }

    @Override
    public String toString() {
      return "[%s,%s)".formatted(from, before);
    }
  }
}
