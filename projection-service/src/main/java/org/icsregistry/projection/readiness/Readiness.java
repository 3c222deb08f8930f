package org.icsregistry.projection.readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.jspecify.annotations.Nullable;

/**
 * How far one partner has come, in the columns of the table with which the Greater Manchester pilot
 * of the Digital Staff Passport reported. Issued and verified are counted apart, because one
 * passport is verified by every host.
 *
 * @param registeredAt when the ICS host admitted it
 * @param signed the day of the latest signature under each kind of agreement
 * @param connectedAt when it first recorded a person itself, by whichever system
 * @param daysToIssue from the day the person asked to the day of issue
 * @param secondsToVerify from the first look to the last decision
 */
record Readiness(
    String partner,
    @Nullable Instant registeredAt,
    Map<AgreementType, LocalDate> signed,
    @Nullable Instant connectedAt,
    int issued,
    int verified,
    Spread daysToIssue,
    Spread secondsToVerify) {

  static Readiness none(String partner) {
    return new Readiness(partner, null, Map.of(), null, 0, 0, Spread.NONE, Spread.NONE);
  }

  /** Whose readiness the entry changes; absent for most of the log. */
  static @Nullable String concerns(RecordedEvent entry) {
    return switch (entry.data()) {
      case PartnerRegistered _, AgreementSigned _ -> entry.subject();
      case PartnerLinked _ -> entry.org();
      case PassportIssued e -> e.issuer();
      case PassportVerified e -> e.partner();
      default -> null;
    };
  }

  Readiness evolve(RecordedEvent entry) {
    return switch (entry.data()) {
      case PartnerRegistered _ -> with(entry.recordedAt(), signed, connectedAt);
      case AgreementSigned e -> with(registeredAt, plus(e), connectedAt);
      case PartnerLinked _ ->
          with(registeredAt, signed, connectedAt == null ? entry.recordedAt() : connectedAt);
      case PassportIssued e ->
          counting(
              issued + 1,
              verified,
              daysToIssue.plus(ChronoUnit.DAYS.between(e.requestedOn(), e.issuedOn())),
              secondsToVerify);
      case PassportVerified e ->
          counting(
              issued,
              verified + 1,
              daysToIssue,
              secondsToVerify.plus(
                  Math.max(0, Duration.between(e.startedAt(), e.finishedAt()).toSeconds())));
      default -> this;
    };
  }

  private Map<AgreementType, LocalDate> plus(AgreementSigned e) {
    var more = new EnumMap<AgreementType, LocalDate>(AgreementType.class);
    more.putAll(signed);
    more.put(e.agreement(), e.signedOn());
    return more;
  }

  private Readiness with(
      @Nullable Instant registered,
      Map<AgreementType, LocalDate> agreements,
      @Nullable Instant connected) {
    return new Readiness(
        partner, registered, agreements, connected, issued, verified, daysToIssue, secondsToVerify);
  }

  private Readiness counting(int issuedNow, int verifiedNow, Spread days, Spread seconds) {
    return new Readiness(
        partner, registeredAt, signed, connectedAt, issuedNow, verifiedNow, days, seconds);
  }
}
