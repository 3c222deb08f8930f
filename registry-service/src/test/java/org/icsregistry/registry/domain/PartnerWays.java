package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.code.AgreementType.DSA;
import static org.icsregistry.contracts.code.AgreementType.TERMS_OF_USE;
import static org.icsregistry.contracts.problem.ProblemCode.AGREEMENTS_NOT_SIGNED;
import static org.icsregistry.contracts.problem.ProblemCode.AGREEMENT_ALREADY_SIGNED;
import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_ALREADY_REGISTERED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_ALREADY_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.RegisterPartner;
import org.icsregistry.contracts.message.PartnerCommand.SignAgreement;
import org.icsregistry.contracts.message.PartnerCommand.SuspendPartner;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Admission, agreements, suspension. */
final class PartnerWays {

  private static final String NEWCOMER = "RXX";
  private static final SuspendPartner SUSPEND = new SuspendPartner(SuspensionReason.SAFEGUARDING);
  private static final RegisterPartner REGISTER =
      new RegisterPartner("A trust", IssuerCategory.NHS_TRUST);
  private static final AdoptRecognitionPolicy POLICY =
      new AdoptRecognitionPolicy(LAST_WEEK, List.of(), 12);
  private static final SignAgreement SIGN_DSA = new SignAgreement(DSA, "1.0", LAST_WEEK, null);

  private PartnerWays() {}

  static Stream<Way> all() {
    return Stream.of(
        new Way(
            HOST_ONLY, "a partner registers another", w -> w.refuse(CHRISTIE, NEWCOMER, REGISTER)),
        new Way(
            HOST_ONLY, "a partner suspends another", w -> w.refuse(CHRISTIE, MANCHESTER, SUSPEND)),
        new Way(
            PARTNER_ALREADY_REGISTERED,
            "the code is taken",
            w -> w.refuse(HOST, CHRISTIE, REGISTER)),
        new Way(
            PARTNER_UNKNOWN,
            "a stranger registers a person",
            w -> w.refuse(NEWCOMER, World.id(), new LinkPartner(LAST_WEEK))),
        new Way(PARTNER_UNKNOWN, "a stranger signs", w -> w.refuse(NEWCOMER, NEWCOMER, SIGN_DSA)),
        new Way(PARTNER_UNKNOWN, "a stranger is suspended", w -> w.refuse(HOST, NEWCOMER, SUSPEND)),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner signs for another",
            w -> w.refuse(CHRISTIE, MANCHESTER, SIGN_DSA)),
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host sets a partner's policy",
            w -> w.refuse(HOST, CHRISTIE, POLICY)),
        new Way(
            AGREEMENT_ALREADY_SIGNED,
            "the version is signed",
            w -> w.refuse(CHRISTIE, CHRISTIE, SIGN_DSA)),
        new Way(
            DATE_ORDER,
            "an agreement is to be reviewed before it is signed",
            w ->
                w.refuse(
                    CHRISTIE,
                    CHRISTIE,
                    new SignAgreement(DSA, "2.0", LAST_WEEK, LAST_WEEK.minusDays(1)))),
        new Way(AGREEMENTS_NOT_SIGNED, "nothing is signed", w -> unsigned(w, false)),
        new Way(AGREEMENTS_NOT_SIGNED, "one of two is signed", w -> unsigned(w, true)),
        new Way(
            PARTNER_SUSPENDED,
            "a suspended partner asserts",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, CHRISTIE, SUSPEND);
              return w.refuse(CHRISTIE, person, World.fireTraining(World.id()));
            }),
        new Way(
            PARTNER_SUSPENDED,
            "a suspended partner changes its policy",
            w -> {
              w.accept(HOST, CHRISTIE, SUSPEND);
              return w.refuse(CHRISTIE, CHRISTIE, POLICY);
            }),
        new Way(
            PARTNER_ALREADY_SUSPENDED,
            "it is suspended twice",
            w -> {
              w.accept(HOST, CHRISTIE, SUSPEND);
              return w.refuse(HOST, CHRISTIE, SUSPEND);
            }));
  }

  private static org.icsregistry.contracts.problem.ProblemCode unsigned(World w, boolean terms) {
    var person = w.aPerson();
    w.register(NEWCOMER, IssuerCategory.HOSPICE);
    if (terms) {
      w.sign(NEWCOMER, TERMS_OF_USE);
    }
    return w.refuse(NEWCOMER, person, new LinkPartner(LAST_WEEK));
  }
}
