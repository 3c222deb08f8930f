package org.icsregistry.projection.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A question to the audit trail. What is absent does not narrow it.
 *
 * @param after go on behind the entry with this index, in the order asked for
 */
public record AuditQuery(
    Optional<String> subject,
    Optional<String> org,
    Optional<String> type,
    Optional<Long> after,
    int limit,
    Order order) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MOST = 500;

  private static final Pattern ORGANISATION = Pattern.compile(Format.ORGANISATION);
  // A person's id, an organisation's code or a role's id; all of them are shorter.
  private static final Pattern SUBJECT = Pattern.compile("^[A-Za-z0-9._-]{3,64}$");
  private static final Pattern INDEX = Pattern.compile("^[0-9]{1,18}$");

  /** Oldest or newest entry first. */
  public enum Order {
    ASC(" AND log_index > :after", " ORDER BY log_index"),
    DESC(" AND log_index < :after", " ORDER BY log_index DESC");

    private final String after;
    private final String by;

    Order(String after, String by) {
      this.after = after;
      this.by = by;
    }

    String after() {
      return after;
    }

    String by() {
      return by;
    }
  }

  /**
   * Reads request parameters; an empty text counts as absent, because forms send it.
   *
   * @throws Refusal that names the parameter which is wrong
   */
  public static AuditQuery of(
      @Nullable String subject,
      @Nullable String org,
      @Nullable String type,
      @Nullable String after,
      @Nullable String limit,
      @Nullable String order,
      Order usual) {
    return new AuditQuery(
        given(subject)
            .map(s -> matching(SUBJECT, s, "subject", "the id of a person, partner or role")),
        given(org)
            .map(o -> matching(ORGANISATION, o, "org", "an organisation's code, such as RBV")),
        given(type).map(AuditQuery::knownType),
        given(after).map(a -> Long.valueOf(matching(INDEX, a, "after", "a log index, 0 or more"))),
        given(limit).map(AuditQuery::limit).orElse(DEFAULT_LIMIT),
        given(order).map(AuditQuery::order).orElse(usual));
  }

  /** The same question about what one organisation recorded. */
  public AuditQuery recordedBy(String organisation) {
    return new AuditQuery(subject, Optional.of(organisation), type, after, limit, order);
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static String matching(Pattern form, String value, String name, String expected) {
    if (!form.matcher(value).matches()) {
      throw invalid(name, expected);
    }
    return value;
  }

  private static String knownType(String type) {
    if (!MessageTypes.EVENTS.containsKey(type)) {
      throw invalid("type", "one of " + String.join(", ", MessageTypes.EVENTS.keySet()));
    }
    return type;
  }

  private static int limit(String text) {
    var expected = "a number from 1 to " + MOST;
    long limit = Long.parseLong(matching(INDEX, text, "limit", expected));
    if (limit < 1 || limit > MOST) {
      throw invalid("limit", expected);
    }
    return (int) limit;
  }

  private static Order order(String text) {
    return switch (text) {
      case "asc" -> Order.ASC;
      case "desc" -> Order.DESC;
      default -> throw invalid("order", "asc (oldest first) or desc (newest first)");
    };
  }

  private static Refusal invalid(String parameter, String expected) {
    return new Refusal(
        ProblemCode.INVALID_PARAMETER,
        "parameter " + parameter + " to be " + expected,
        "something else",
        "correct " + parameter + " or leave it out");
  }
}
