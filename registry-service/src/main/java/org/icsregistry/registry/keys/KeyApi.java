package org.icsregistry.registry.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
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

  private final KeyRing keys;

  KeyApi(KeyRing keys) {
    this.keys = keys;
  }

  record Wanted(@Nullable List<@Nullable String> kids) {}

  /**
   * @param k Base64url, AES-256
   */
  record Key(String kid, String k) {}

  record Found(List<Key> keys) {}

  @Operation(
      summary = "Data keys by id",
      description =
          "At most 1,000 ids. A key that is missing in the answer is destroyed, or never existed: read it as erased.")
  @PostMapping("/v1/keys")
  ResponseEntity<Found> keys(@RequestBody Wanted wanted, Caller caller) {
    Access.require(caller, Right.OPEN_KEYS, Bond.NONE);
    var found =
        keys.all(kids(wanted)).entrySet().stream()
            .map(e ->
                new Key(
                    e.getKey(),
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(e.getValue().getEncoded())))
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Found(found));
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
