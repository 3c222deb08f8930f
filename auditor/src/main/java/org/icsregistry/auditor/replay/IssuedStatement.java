package org.icsregistry.auditor.replay;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.icsregistry.contracts.passport.IssuedPassport;
import org.icsregistry.contracts.passport.PassportShare;
import org.icsregistry.contracts.passport.Person;

/**
 * The part of {@link Statement} about passports that organisations issued to the person.
 *
 * @param organisation code and name, by code
 */
record IssuedStatement(Person person, Function<String, Map<String, Object>> organisation) {

  Map<String, Object> of(IssuedPassport issued) {
    return Statement.fields(
        "id", issued.id(),
        "issuer", organisation.apply(issued.issuer()),
        "requestedOn", issued.requestedOn(),
        "issuedOn", issued.issuedOn(),
        "items", items(issued.items()),
        "shares", issued.shares().values().stream().map(this::share).toList(),
        "revokedFor", issued.revokedFor());
  }

  private Map<String, Object> share(PassportShare share) {
    return Statement.fields(
        "id", share.id(),
        "organisation", organisation.apply(share.partner()),
        "purpose", share.purpose(),
        "until", share.until(),
        "accepted", items(share.accepted()),
        "rejected",
            share.rejected().entrySet().stream()
                .map(r ->
                    Map.of(
                        "itemId",
                        r.getKey(),
                        "code",
                        person.codeOf(r.getKey()),
                        "reason",
                        r.getValue()))
                .toList(),
        "undecided", items(share.undecided()),
        "views", share.views(),
        "startedAt", share.startedAt(),
        "finishedAt", share.finishedAt(),
        "verificationSeconds", share.verificationSeconds());
  }

  private List<Map<String, String>> items(List<String> ids) {
    return ids.stream()
        .distinct()
        .map(id -> Map.of("itemId", id, "code", person.codeOf(id)))
        .toList();
  }
}
