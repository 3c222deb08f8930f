package org.icsregistry.registry.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.SealingKey;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.oversight.OperatorActions;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Data keys for the services of the ICS that may open sealed values; nobody else gets any. */
@RestController
@Tag(name = "Keys", description = "For the registry's own services")
class KeyApi {

  private static final int MAX_KEYS = 1000;
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private static final Logger LOG = LoggerFactory.getLogger(KeyApi.class);

  private final KeyRing keys;
  private final String host;
  private final OperatorActions actions;

  KeyApi(KeyRing keys, OperatorActions actions, @Value("${registry.ics.host}") String host) {
    this.keys = keys;
    this.host = host;
    this.actions = actions;
  }

  /**
   * @param purpose {@code LEGAL_HOLD} for keys that only a legal hold keeps; absent for all others
   */
  record Wanted(@Nullable List<@Nullable String> kids, @Nullable String purpose) {}

  /**
   * @param k Base64url, AES-256
   */
  record Key(String kid, String k) {}

  record Found(List<Key> keys) {}

  @Operation(
      summary = "Data keys by id",
      description =
          """
          At most 1,000 ids. A key that is missing in the answer is destroyed, put out of use by a legal hold, or never \
          existed: read it as erased. Keys that a hold keeps are answered to the host's operator alone, who asks for them \
          with `"purpose":"LEGAL_HOLD"`; each such answer is logged.
          """)
  @PostMapping("/v1/keys")
  ResponseEntity<Found> keys(@RequestBody Wanted wanted, Caller caller) {
    boolean hold = "LEGAL_HOLD".equals(wanted.purpose());
    if (hold) {
      requireHostsOperator(caller);
    } else {
      Access.require(caller, Right.OPEN_KEYS, Bond.NONE);
    }
    if (!keys.released()) {
      throw new Refusal(
          ProblemCode.UNAVAILABLE,
          "a registry that has compared its store with the topics",
          "one that has not, and may hold keys that were destroyed",
          "ask again later");
    }
    var kids = kids(wanted);
    if (hold) {
      long people = kids.stream().map(SealingKey::subject).distinct().count();
      actions.record(
          caller, "read %d key(s) of %d people under a legal hold".formatted(kids.size(), people));
    }
    var known = hold ? keys.held(kids) : keys.all(kids);
    if (hold) {
      LOG.warn(
          "{} key(s) under a legal hold were given to operator {}", known.size(), caller.subject());
    }
    var found =
        known.entrySet().stream()
            .map(e ->
                new Key(
                    e.getKey(),
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(e.getValue().getEncoded())))
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Found(found));
  }

  private void requireHostsOperator(Caller caller) {
    Access.require(caller, Right.OPERATE, Bond.NONE);
    if (!caller.organisation().equals(host)) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "an operator of the ICS host, " + host,
          "one of another organisation",
          "ask the host's operator");
    }
  }

  /** Only what can be the id of a key is looked for. */
  private static List<String> kids(Wanted wanted) {
    if (wanted.kids() == null || wanted.kids().contains(null)) {
      throw new Refusal(
          ProblemCode.MALFORMED_JSON,
          "{\"kids\":[…]} with the ids of keys",
          "no list of texts",
          "correct the body and ask again");
    }
    if (wanted.kids().size() > MAX_KEYS) {
      throw new Refusal(
          ProblemCode.BATCH_TOO_LARGE,
          "at most " + MAX_KEYS + " ids",
          wanted.kids().size() + " ids",
          "ask in several requests");
    }
    return wanted.kids().stream()
        .<String>mapMulti((kid, found) -> {
          if (kid != null && KID.matcher(kid).matches()) {
            found.accept(kid);
          }
        })
        .toList();
  }
}
