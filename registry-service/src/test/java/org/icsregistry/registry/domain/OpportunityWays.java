package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.OpportunityCommand.AmendOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.CloseOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.PublishOpportunity;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;
import org.jspecify.annotations.Nullable;

/** Opportunities. */
final class OpportunityWays {

  static final String MORNINGS = MANCHESTER + ".MORNINGS";
  static final String ICS_ROLE = HOST + ".GUIDE";
  static final LocalDate FIRST = LocalDate.parse("2026-11-03");
  static final LocalDate LAST = LocalDate.parse("2026-12-20");
  static final OpportunityTerms TERMS = terms(FIRST, LAST, Reach.OWN_PEOPLE, null);

  private static final CloseOpportunity CLOSE = new CloseOpportunity(OpportunityEnd.FILLED);

  private OpportunityWays() {}

  static OpportunityTerms terms(
      LocalDate from, LocalDate until, Reach reach, @Nullable List<String> sharedWith) {
    return new OpportunityTerms(
        "Ward 4", "M13", EngagementMode.SHIFT, 4, from, until, reach, sharedWith);
  }

  static PublishOpportunity of(String role, OpportunityTerms terms) {
    return new PublishOpportunity("Mornings on the ward", role, terms);
  }

  /** Manchester wants people for its own ward. */
  static World published(World w) {
    w.accept(MANCHESTER, MORNINGS, of(WARD, TERMS));
    return w;
  }

  static World icsRole(World w) {
    w.accept(HOST, ICS_ROLE, new DefineRole("Guide", EngagementMode.SHIFT, List.of()));
    return w;
  }

  static Stream<Way> all() {
    return Stream.concat(publishing(), applying());
  }

  private static Way terms(ProblemCode code, String when, OpportunityTerms terms) {
    return way(code, when, w -> icsRole(w).refuse(MANCHESTER, MORNINGS, of(ICS_ROLE, terms)));
  }

  private static Way way(ProblemCode code, String when, Function<World, ProblemCode> send) {
    return new Way(code, when, send);
  }

  private static Stream<Way> publishing() {
    return Stream.of(
        way(
            OWN_ORGANISATION_ONLY,
            "an opportunity is published in another's name",
            w -> w.refuse(CHRISTIE, MORNINGS, of(WARD, TERMS))),
        way(
            OPPORTUNITY_ALREADY_PUBLISHED,
            "it is published twice",
            w -> published(w).refuse(MANCHESTER, MORNINGS, of(WARD, TERMS))),
        way(
            ROLE_UNKNOWN,
            "it is for an undefined role",
            w -> w.refuse(MANCHESTER, MORNINGS, of(MANCHESTER + ".NONE", TERMS))),
        way(
            OPPORTUNITY_UNKNOWN,
            "what is closed was never published",
            w -> w.refuse(MANCHESTER, MORNINGS, CLOSE)),
        way(
            OPPORTUNITY_CLOSED,
            "it is amended after its end",
            w -> {
              published(w).accept(MANCHESTER, MORNINGS, CLOSE);
              return w.refuse(MANCHESTER, MORNINGS, new AmendOpportunity(TERMS));
            }),
        terms(DATE_ORDER, "it ends before it begins", terms(LAST, FIRST, Reach.OWN_PEOPLE, null)),
        terms(
            DATE_ORDER,
            "it is over already",
            terms(FIRST.minusDays(9), FIRST.minusDays(8), Reach.OWN_PEOPLE, null)),
        terms(
            OPPORTUNITY_REACH,
            "partners are to be named and are not",
            terms(FIRST, LAST, Reach.NAMED_PARTNERS, null)),
        terms(
            OPPORTUNITY_REACH,
            "partners are named for own people only",
            terms(FIRST, LAST, Reach.OWN_PEOPLE, List.of(CHRISTIE))),
        terms(
            OPPORTUNITY_REACH,
            "the owner names itself",
            terms(FIRST, LAST, Reach.NAMED_PARTNERS, List.of(MANCHESTER))),
        terms(
            PARTNER_UNKNOWN,
            "it names nobody we know",
            terms(FIRST, LAST, Reach.NAMED_PARTNERS, List.of("RXX"))),
        way(
            OPPORTUNITY_REACH,
            "a role of the owner's own is shared",
            w ->
                w.refuse(
                    MANCHESTER,
                    MORNINGS,
                    of(WARD, terms(FIRST, LAST, Reach.EVERY_PARTNER, null)))));
  }

  private static Stream<Way> applying() {
    return Stream.of(
        way(
            OPPORTUNITY_UNKNOWN,
            "interest is in an opportunity for others",
            w -> {
              icsRole(w).accept(MANCHESTER, MORNINGS, of(ICS_ROLE, TERMS));
              return w.refuse(CHRISTIE, w.aPerson(), interest(ICS_ROLE));
            }),
        way(
            OPPORTUNITY_CLOSED,
            "interest comes after the last day",
            w -> {
              published(w).todayIs("2026-12-21");
              return w.refuse(MANCHESTER, w.aPerson(), interest(WARD));
            }),
        way(
            OPPORTUNITY_OTHER_ROLE,
            "interest names another role than the opportunity",
            w -> icsRole(published(w)).refuse(MANCHESTER, w.aPerson(), interest(ICS_ROLE))));
  }

  static ExpressInterest interest(String role) {
    return new ExpressInterest(World.id(), role, MORNINGS);
  }
}
