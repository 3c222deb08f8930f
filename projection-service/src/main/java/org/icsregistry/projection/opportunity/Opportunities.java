package org.icsregistry.projection.opportunity;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.Directory;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.passport.AsOf;
import org.icsregistry.projection.passport.PassportReader;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.PassportView.RoleName;
import org.icsregistry.projection.passport.RoleProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what people are wanted for. Demand is shared, qualification is not: what a person still
 * needs is the answer of the caller's own policy, whoever published the opportunity.
 */
@Component
public class Opportunities {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;
  private final DirectoryQueries directory;
  private final GoodStanding standing;
  private final PassportReader passports;
  private final Clock clock;

  Opportunities(
      JdbcClient jdbc,
      DirectoryQueries directory,
      GoodStanding standing,
      PassportReader passports,
      Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.standing = standing;
    this.passports = passports;
    this.clock = clock;
  }

  /**
   * What is open today to people of the caller's organisation, what ends first at the top.
   *
   * @param person whose requirements are shown; absent for nobody's
   * @param area outward half of a postcode; absent for everywhere
   */
  public List<OpportunityView> open(Caller caller, @Nullable String person, @Nullable String area) {
    requirePartner(caller);
    var found = reaching(caller.organisation(), area);
    var progress =
        person == null
            ? Map.<String, RoleProgress>of()
            : passports.progress(caller, person, roles(found));
    return views(found, progress);
  }

  /**
   * What is open today to a person through the organisations they have a relationship with. What is
   * met is told by the policy of the one that published it, if it is among them, otherwise by that
   * of the organisation where most is met.
   */
  public List<OpportunityView> openTo(Caller caller) {
    Access.require(caller, Right.SEE_DETAILS, Bond.SELF);
    var partners =
        passports.read(caller, String.valueOf(caller.person()), new AsOf.Now()).links().stream()
            .map(link -> link.organisation().code())
            .toList();
    var best = new LinkedHashMap<String, OpportunityView>();
    for (var partner : partners) {
      var found = reaching(partner, null);
      views(found, passports.ownProgress(caller, partner, roles(found)))
          .forEach(view -> best.merge(view.id(), view, Opportunities::better));
    }
    return best.values().stream()
        .sorted(
            comparing((OpportunityView v) -> v.terms().until()).thenComparing(OpportunityView::id))
        .toList();
  }

  private static OpportunityView better(OpportunityView one, OpportunityView other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(OpportunityView view) {
    var progress = view.progress();
    if (progress == null) {
      return -1;
    }
    boolean owners = progress.organisation().code().equals(view.owner().code());
    return owners ? Integer.MAX_VALUE : progress.met();
  }

  private void requirePartner(Caller caller) {
    if (!caller.speaksForPartner()) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "somebody who speaks for a partner organisation",
          "other roles",
          "sign in as a coordinator, or use a partner's token");
    }
    standing.require(caller);
  }

  private static List<String> roles(List<Opportunity> found) {
    return found.stream().map(Opportunities::role).distinct().toList();
  }

  private List<OpportunityView> views(List<Opportunity> found, Map<String, RoleProgress> progress) {
    var names =
        directory.now(found.stream().map(Opportunity::owner).distinct().toList(), roles(found));
    return found.stream().map(o -> view(o, names, progress)).toList();
  }

  private List<Opportunity> reaching(String organisation, @Nullable String area) {
    var today = LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
    return jdbc
        .sql("SELECT doc FROM opportunity")
        .query((row, _) -> Json.MAPPER.readValue(row.getString(1), Opportunity.class))
        .list()
        .stream()
        .filter(o -> o.openOn(today) && o.reaches(organisation))
        .filter(o -> area == null || area.equals(offer(o).terms().area()))
        .sorted(
            comparing((Opportunity o) -> offer(o).terms().until()).thenComparing(Opportunity::id))
        .toList();
  }

  private static OpportunityView view(
      Opportunity o, Directory names, Map<String, RoleProgress> progress) {
    return new OpportunityView(
        o.id(),
        offer(o).title(),
        new Organisation(o.owner(), names.name(o.owner())),
        new RoleName(role(o), names.title(role(o))),
        offer(o).terms(),
        progress.get(role(o)));
  }

  private static String role(Opportunity o) {
    return offer(o).roleId();
  }

  private static Opportunity.Offer offer(Opportunity o) {
    return Objects.requireNonNull(o.offer());
  }
}
