package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.ALREADY_LINKED;
import static org.icsregistry.contracts.problem.ProblemCode.ALREADY_REQUESTED;
import static org.icsregistry.contracts.problem.ProblemCode.LEGAL_MAXIMUM_EXCEEDED;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_ALREADY_REGISTERED;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.PartnerCommand.SuspendPartner;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Registration, relationships, and what is asked of a person. */
final class PersonWays {

  private static final String HOSPICE = "GB-CHC-1234567";
  private static final LinkPartner LINK = new LinkPartner(LAST_WEEK);
  private static final RequestCheck ASK_DBS =
      new RequestCheck(MANCHESTER, WARD, CheckCode.DBS, CheckLevel.ENHANCED);
  private static final AssignTraining ASSIGN = new AssignTraining(MANCHESTER, WARD, "CSTF_FIRE");

  private PersonWays() {}

  static Stream<Way> all() {
    return Stream.concat(people(), requests());
  }

  private static Stream<Way> people() {
    return Stream.of(
        new Way(
            VOLUNTEER_UNKNOWN, "the subject is nobody", w -> w.refuse(CHRISTIE, World.id(), LINK)),
        new Way(
            VOLUNTEER_ALREADY_REGISTERED,
            "the id is taken",
            w -> {
              var person = w.aPerson();
              return w.refuse(CHRISTIE, person, w.aRegistration(person, "1990-04-05"));
            }),
        new Way(
            ALREADY_LINKED,
            "the partner knows the person",
            w -> w.refuse(CHRISTIE, w.aPerson(), LINK)),
        new Way(
            LINK_REQUIRED,
            "a partner without a relationship records",
            w -> byHospice(w, World.fireTraining(World.id()))),
        new Way(
            LINK_REQUIRED,
            "the host asks for a partner without a relationship",
            w -> {
              var person = World.id();
              w.accept(CHRISTIE, person, w.aRegistration(person, "1990-04-05"));
              return w.refuse(HOST, person, ASK_DBS);
            }));
  }

  private static Stream<Way> requests() {
    return Stream.of(
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner asks for another",
            w -> w.refuse(CHRISTIE, w.aPerson(), ASK_DBS)),
        new Way(
            OWN_ORGANISATION_ONLY,
            "the role is another partner's",
            w -> w.refuse(CHRISTIE, w.aPerson(), new AssignTraining(CHRISTIE, WARD, "CSTF_FIRE"))),
        new Way(
            ROLE_UNKNOWN,
            "training is assigned for an undefined role",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    new AssignTraining(MANCHESTER, MANCHESTER + ".NONE", "CSTF_FIRE"))),
        new Way(
            LEGAL_MAXIMUM_EXCEEDED,
            "a check above the role's entitlement is asked for",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    new RequestCheck(MANCHESTER, WARD, CheckCode.DBS, CheckLevel.ENHANCED_BARRED))),
        new Way(
            LEGAL_MAXIMUM_EXCEEDED,
            "a DBS check is asked for that the role does not ask for",
            w -> {
              w.revise(false, Lines.identity(CheckLevel.MEDIUM));
              return w.refuse(MANCHESTER, w.aPerson(), ASK_DBS);
            }),
        new Way(
            LEGAL_MAXIMUM_EXCEEDED,
            "the level is one of another check",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    new RequestCheck(MANCHESTER, WARD, CheckCode.IDENTITY, CheckLevel.ENHANCED))),
        new Way(ALREADY_REQUESTED, "a check is asked for twice", w -> twice(w, ASK_DBS)),
        new Way(ALREADY_REQUESTED, "training is assigned twice", w -> twice(w, ASSIGN)),
        new Way(
            PARTNER_SUSPENDED,
            "the host asks for a suspended partner",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, MANCHESTER, new SuspendPartner(SuspensionReason.SAFEGUARDING));
              return w.refuse(HOST, person, ASSIGN);
            }));
  }

  private static ProblemCode byHospice(World w, Command command) {
    w.admit(HOSPICE, IssuerCategory.HOSPICE);
    return w.refuse(HOSPICE, w.aPerson(), command);
  }

  private static ProblemCode twice(World w, Command command) {
    var person = w.aPerson();
    w.accept(MANCHESTER, person, command);
    return w.refuse(HOST, person, command);
  }
}
