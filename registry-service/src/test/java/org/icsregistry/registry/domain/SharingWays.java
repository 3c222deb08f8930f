package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_ALREADY_RECORDED;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_ENDED;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.PersonCommand.UnlinkPartner;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SharingCommand.WithdrawSharing;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** What a person lets partners see. */
final class SharingWays {

  private static final String HOSPICE = "GB-CHC-1234567";

  private SharingWays() {}

  static Stream<Way> all() {
    return Stream.of(
        new Way(
            PARTNER_UNKNOWN,
            "details are shared with nobody known",
            w -> w.refuse(CHRISTIE, w.aPerson(), grant(HOSPICE, w.today()))),
        new Way(
            GRANT_ALREADY_RECORDED,
            "a permission is recorded twice",
            w -> {
              var person = w.aPerson();
              var grant = grant(MANCHESTER, w.today());
              w.accept(CHRISTIE, person, grant);
              return w.refuse(MANCHESTER, person, grant);
            }),
        new Way(
            DATE_ORDER,
            "a permission has ended before it is recorded",
            w -> w.refuse(CHRISTIE, w.aPerson(), grant(MANCHESTER, w.today().minusDays(1)))),
        new Way(
            DATE_ORDER,
            "a permission is to last for ever",
            w ->
                w.refuse(
                    CHRISTIE, w.aPerson(), grant(MANCHESTER, LAST_WEEK.plusYears(2).plusDays(1)))),
        new Way(GRANT_UNKNOWN, "nothing was shared", w -> withdraw(w, CHRISTIE, World.id())),
        new Way(LINK_REQUIRED, "a stranger takes a permission back", SharingWays::byStranger),
        new Way(
            GRANT_ENDED,
            "a permission is taken back twice",
            w -> {
              var person = w.aPerson();
              var grant = grant(MANCHESTER, w.today());
              w.accept(CHRISTIE, person, grant);
              w.accept(MANCHESTER, person, new WithdrawSharing(grant.grantId()));
              return w.refuse(CHRISTIE, person, new WithdrawSharing(grant.grantId()));
            }),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner ends another's relationship",
            w -> w.refuse(CHRISTIE, w.aPerson(), new UnlinkPartner(MANCHESTER))),
        new Way(
            LINK_REQUIRED,
            "a relationship ends twice",
            w -> {
              var person = w.aPerson();
              w.accept(CHRISTIE, person, new UnlinkPartner(CHRISTIE));
              return w.refuse(CHRISTIE, person, new UnlinkPartner(CHRISTIE));
            }));
  }

  private static GrantSharing grant(String partner, LocalDate until) {
    return new GrantSharing(World.id(), partner, SharingPurpose.VERIFICATION, until, LAST_WEEK);
  }

  private static ProblemCode withdraw(World w, String sender, String grant) {
    return w.refuse(sender, w.aPerson(), new WithdrawSharing(grant));
  }

  private static ProblemCode byStranger(World w) {
    w.admit(HOSPICE, IssuerCategory.HOSPICE);
    var person = w.aPerson();
    var grant = grant(MANCHESTER, w.today());
    w.accept(CHRISTIE, person, grant);
    return w.refuse(HOSPICE, person, new WithdrawSharing(grant.grantId()));
  }
}
