package org.icsregistry.projection.readiness;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.SmallNumbers;
import org.icsregistry.projection.rebuild.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the two tables that everybody who works for an organisation sees alike. */
@Component
public class ReadinessQueries {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  /**
   * Pairs with enough different people, and of their requirements those that are about enough; the
   * empty text stands for all of them. Five of each are found in the index, and where there are
   * five of one there are five of all.
   */
  private static final String ENOUGH =
      """
      SELECT pair, coalesce(requirement, '')
        FROM (
          SELECT d.key AS pair, line AS requirement, few.subject
            FROM reliance d,
                 jsonb_object_keys(d.doc::jsonb -> 'byRequirement') AS line,
                 LATERAL (
                   SELECT r.subject FROM relied r
                    WHERE r.receiver = d.doc::jsonb ->> 'receiver'
                      AND r.issuer = d.doc::jsonb ->> 'issuer'
                      AND r.requirement = line
                      AND r.decision = 'REUSED'
                    LIMIT :least) AS few) AS person
       GROUP BY GROUPING SETS ((pair), (pair, requirement))
      HAVING count(DISTINCT subject) >= :least
      """;

  private final JdbcClient jdbc;
  private final DirectoryQueries directory;
  private final GoodStanding standing;
  private final Places places;
  private final Clock clock;

  ReadinessQueries(
      JdbcClient jdbc,
      DirectoryQueries directory,
      GoodStanding standing,
      Places places,
      Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.standing = standing;
    this.places = places;
    this.clock = clock;
  }

  /** The readiness table. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ReadinessView readiness(Caller caller) {
    Access.requireEver(caller, Right.SEE_DIRECTORY);
    standing.require(caller);
    var known =
        directory.partners().stream().collect(Collectors.toMap(Partner::code, Function.identity()));
    var all =
        documents("readiness", Readiness.class).stream()
            .filter(r -> r.registeredAt() != null)
            .sorted(comparing(r -> r.registeredAt() == null ? Instant.MAX : r.registeredAt()))
            .toList();
    var issued = Shown.of(caller, all.stream().map(r -> (long) r.issued()).toList());
    var verified = Shown.of(caller, all.stream().map(r -> (long) r.verified()).toList());
    var rows = new ArrayList<ReadinessView.Partner>();
    for (int i = 0; i < all.size(); i++) {
      var r = all.get(i);
      rows.add(row(r, partner(known, r), issued.number(i), verified.number(i)));
    }
    return new ReadinessView(
        places.last(ReadinessProjection.NAME), rows, total(all, known, issued, verified));
  }

  /**
   * Passports of each partner. Whoever may read the log sees the entries behind a number, so
   * nothing is gained by holding it back or rounding it.
   */
  private record Shown(List<@Nullable Long> numbers, @Nullable Long total) {

    static Shown of(Caller caller, List<Long> numbers) {
      long sum = numbers.stream().mapToLong(Long::longValue).sum();
      if (Access.allows(caller, Right.SEE_LOG, Bond.NONE)) {
        return new Shown(new ArrayList<@Nullable Long>(numbers), sum);
      }
      var parts = SmallNumbers.parts(numbers);
      return new Shown(parts.rounded(), parts.roundedTotal(sum));
    }

    @Nullable Long number(int place) {
      return numbers.get(place);
    }
  }

  private static Partner partner(Map<String, Partner> known, Readiness r) {
    return known.getOrDefault(r.partner(), Partner.unknown(r.partner()));
  }

  /** Agreements, policies in force today, and who relied on whom. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RelationshipsView relationships(Caller caller) {
    Access.requireEver(caller, Right.SEE_DIRECTORY);
    standing.require(caller);
    var partners = directory.partners();
    var names = new HashMap<String, String>();
    partners.forEach(p -> names.put(p.code(), name(p)));
    var today = LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
    return new RelationshipsView(
        places.last(ReadinessProjection.NAME),
        partners.stream().filter(Partner::registered).map(p -> related(p, today)).toList(),
        reliance(names));
  }

  private static ReadinessView.Partner row(
      Readiness r, Partner partner, @Nullable Long issued, @Nullable Long verified) {
    var events = new LinkedHashMap<String, String>();
    events.put("registered", about(r.partner(), "PartnerRegistered.v1"));
    events.put("signed", about(r.partner(), "AgreementSigned.v1"));
    events.put("trained", about(r.partner(), "UsersTrained.v1"));
    events.put("systems", about(r.partner(), "SystemConnected.v1"));
    events.put("connected", by(r.partner(), "PartnerLinked.v1"));
    events.put("issued", by(r.partner(), "PassportIssued.v1"));
    events.put("verified", by(r.partner(), "PassportVerified.v1"));
    return new ReadinessView.Partner(
        r.partner(),
        name(partner),
        r.registeredAt(),
        r.signed(),
        partner.missingAgreements(),
        partner.suspended(),
        partner.growth().usersTrained(),
        partner.growth().systems(),
        r.connectedAt(),
        issued,
        verified,
        issued == null ? null : r.daysToIssue().median(),
        verified == null ? null : r.secondsToVerify().median(),
        events);
  }

  private static ReadinessView.Total total(
      List<Readiness> all, Map<String, Partner> known, Shown issued, Shown verified) {
    var days = Spread.NONE;
    var seconds = Spread.NONE;
    for (var r : all) {
      days = days.plus(r.daysToIssue());
      seconds = seconds.plus(r.secondsToVerify());
    }
    return new ReadinessView.Total(
        all.size(),
        all.stream().mapToInt(r -> partner(known, r).growth().usersTrained()).sum(),
        (int) all.stream().filter(r -> r.connectedAt() != null).count(),
        issued.total(),
        verified.total(),
        issued.total() == null ? null : days.median(),
        verified.total() == null ? null : seconds.median());
  }

  private static RelationshipsView.Partner related(Partner p, LocalDate today) {
    var policy = p.policyOn(today);
    return new RelationshipsView.Partner(
        p.code(),
        name(p),
        p.category(),
        p.agreements(),
        policy.version() == 0
            ? null
            : new RelationshipsView.Policy(
                policy.version(),
                policy.effectiveFrom(),
                policy.rules(),
                policy.statusCheckMonths()),
        p.suspended());
  }

  /** Decisions are about people, and there may be many about one person. */
  private List<RelationshipsView.Reliance> reliance(Map<String, String> names) {
    var enough = new HashMap<String, Set<String>>();
    jdbc.sql(ENOUGH)
        .param("least", SmallNumbers.LEAST)
        .query(row -> {
          enough.computeIfAbsent(row.getString(1), _ -> new HashSet<>()).add(row.getString(2));
        });
    return documents("reliance", Reliance.class).stream()
        .filter(r -> enough.containsKey(r.key()))
        .map(r -> relied(r, enough.getOrDefault(r.key(), Set.of()), names))
        .sorted(comparingLong(RelationshipsView.Reliance::reused).reversed())
        .toList();
  }

  private static RelationshipsView.Reliance relied(
      Reliance r, Set<String> enough, Map<String, String> names) {
    var byRequirement = new TreeMap<String, Long>();
    r.byRequirement()
        .forEach((requirement, decisions) -> {
          if (enough.contains(requirement)) {
            byRequirement.put(requirement, SmallNumbers.nearest(decisions));
          }
        });
    return new RelationshipsView.Reliance(
        r.receiver(),
        names.getOrDefault(r.receiver(), r.receiver()),
        r.issuer(),
        names.getOrDefault(r.issuer(), r.issuer()),
        SmallNumbers.nearest(r.reused()),
        byRequirement,
        LocalDate.ofInstant(r.lastAt(), UNITED_KINGDOM),
        "/audit?type=RecognitionDecided.v1");
  }

  private static String about(String partner, String type) {
    return "/audit?subject=" + partner + "&type=" + type;
  }

  private static String by(String partner, String type) {
    return "/audit?org=" + partner + "&type=" + type;
  }

  private static String name(Partner partner) {
    return partner.name() == null ? partner.code() : partner.name();
  }

  private <T> List<T> documents(String view, Class<T> type) {
    return jdbc.sql("SELECT doc FROM " + view + " ORDER BY key")
        .query((row, _) -> Json.MAPPER.readValue(row.getString(1), type))
        .list();
  }
}
