package org.icsregistry.onboarding.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RoleProfile;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision about one engagement rests on.
 *
 * @param holdings what the person holds, opened
 * @param today the day of the question, in the zone in which the registry decides
 * @param times when the steps began
 */
public record Situation(
    String subject,
    Person person,
    Holdings holdings,
    Engagement engagement,
    Role role,
    Partner partner,
    LocalDate today,
    Times times) {

  /** On the way to a clearance: something calls for one and none is in force. */
  boolean waiting() {
    return engagement.occasion() != null
        && engagement.clearance() == null
        && engagement.applying() == null;
  }

  /**
   * Nobody is asked to do anything for a temporary role that has ended, for a retired one unless
   * they are in it, about a person who was erased or has no relationship with the partner, nor for
   * a partner that is suspended.
   */
  boolean mayBeHelped() {
    return !role.ended(today)
        && !(role.retired() && engagement.clearance() == null)
        && holdings.dateOfBirth() != null
        && person.linkedTo(partner.code())
        && !partner.suspended();
  }

  Optional<Clearance> clearance() {
    return Optional.ofNullable(engagement.clearance());
  }

  /** The version of the role that has to be met: the newest, or the one that binds the cleared. */
  RoleProfile profile() {
    return clearance()
        .flatMap(c -> role.forPlaced(c.roleVersion()))
        .or(role::current)
        .orElseThrow(() ->
            new IllegalStateException(
                "The log speaks of role "
                    + engagement.roleId()
                    + " before it is defined: the log is out of order"));
  }

  RecognitionPolicy policy() {
    return partner.policyOn(today);
  }

  public List<Requirement> requirements() {
    return assessed(profile(), policy());
  }

  List<Requirement> assessed(RoleProfile profile, RecognitionPolicy policy) {
    return Assessment.assess(profile, policy, holdings, today);
  }

  /** What makes a text of these parts name this engagement and no other. */
  String name(String kind, @Nullable Object... parts) {
    var text = new StringBuilder(kind);
    for (var part : new Object[] {subject, engagement.partner(), engagement.roleId()}) {
      text.append('|').append(part);
    }
    for (var part : parts) {
      text.append('|').append(Objects.requireNonNullElse(part, "-"));
    }
    return text.toString();
  }
}
