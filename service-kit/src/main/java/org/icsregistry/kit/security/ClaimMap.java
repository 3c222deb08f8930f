package org.icsregistry.kit.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.kit.access.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Where the tokens of an issuer say who somebody is. A place is the name of a claim, or a JSON
 * pointer (RFC 6901) into the claims, in which {@code *} stands for every element of a list.
 *
 * @param organisation place of the organisation's code
 * @param roles place of the roles
 * @param person place of the registry's id of the person
 * @param offices what the issuer calls each office; empty if it uses the names of the registry
 * @param organisations the only organisations the issuer may speak for; empty for all
 * @param level place of what says how somebody signed in
 * @param levels those that are good enough for people; empty if that is left to the issuer
 */
public record ClaimMap(
    @DefaultValue("org") String organisation,
    @DefaultValue("roles") String roles,
    @DefaultValue("person") String person,
    @DefaultValue Map<String, Set<String>> offices,
    @DefaultValue Set<String> organisations,
    @DefaultValue("acr") String level,
    @DefaultValue Set<String> levels) {

  private static final Pattern PLACE = Pattern.compile("[^/~\\s]+|(/([^~/\\s]|~[01])+)+");
  private static final Pattern ORGANISATION = Pattern.compile(Format.ORGANISATION);

  /** The claims of the local sign-in service and of the Keycloak realm. */
  public static final ClaimMap USUAL =
      new ClaimMap("org", "roles", "person", Map.of(), Set.of(), "acr", Set.of());

  public ClaimMap {
    for (var place : List.of(organisation, roles, person, level)) {
      require(
          PLACE.matcher(place).matches(),
          "the name of a claim or a JSON pointer such as /realm_access/roles",
          place);
    }
    var known = Arrays.stream(Office.values()).map(Office::claim).collect(Collectors.toSet());
    offices.forEach((office, _) ->
        require(
            known.contains(office),
            "under 'offices' one of " + String.join(", ", new TreeSet<>(known)),
            office));
    organisations.forEach(code ->
        require(
            ORGANISATION.matcher(code).matches(),
            "under 'organisations' codes such as RBV or GB-CHC-1140351",
            code));
  }

  /**
   * @throws ForeignOrganisationException if the issuer may not speak for the organisation
   */
  public Caller caller(ClaimAccessor token) {
    var subject = token.getClaimAsString("sub");
    var people = texts(token, person);
    return new Caller(
        organisation(token),
        roles(token),
        subject == null ? "" : subject,
        people.size() == 1 ? people.getFirst() : null);
  }

  /**
   * As {@link #caller}, for a person.
   *
   * @throws WeakSignInException if they signed in by less than is asked for
   */
  public Caller person(ClaimAccessor token) {
    if (!levels.isEmpty() && texts(token, level).stream().noneMatch(levels::contains)) {
      throw new WeakSignInException();
    }
    return caller(token);
  }

  /**
   * What a request for a sign-in says beyond the usual, so that the issuer has people sign in well
   * enough: {@code acr_values} (OpenID Connect Core 1.0, 3.1.2.1) or {@code vtr} (RFC 8485, 4.1).
   * Where the level stands in another claim there is nothing to ask with.
   */
  public Map<String, String> levelsAsked() {
    if (levels.isEmpty()) {
      return Map.of();
    }
    return switch (level) {
      case "acr" -> Map.of("acr_values", String.join(" ", levels));
      case "vot" -> Map.of("vtr", Json.MAPPER.writeValueAsString(levels));
      default -> Map.of();
    };
  }

  /** Somebody who would speak for several organisations at once speaks for none. */
  private String organisation(ClaimAccessor token) {
    var named = Set.copyOf(texts(token, organisation));
    if (named.isEmpty() && organisations.size() == 1) {
      return organisations.iterator().next();
    }
    var only = named.size() == 1 ? named.iterator().next() : "";
    if (!only.isEmpty() && !organisations.isEmpty() && !organisations.contains(only)) {
      throw new ForeignOrganisationException();
    }
    return only;
  }

  private Set<String> roles(ClaimAccessor token) {
    var named = Set.copyOf(texts(token, roles));
    if (offices.isEmpty()) {
      return named;
    }
    return offices.entrySet().stream()
        .filter(office -> office.getValue().stream().anyMatch(named::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> texts(ClaimAccessor token, String place) {
    var found = new ArrayList<String>();
    if (!place.startsWith("/")) {
      collect(token.getClaims().get(place), List.of(), found);
    } else {
      var steps = Arrays.stream(place.substring(1).split("/")).map(ClaimMap::unescaped).toList();
      collect(token.getClaims(), steps, found);
    }
    return found;
  }

  private static void collect(@Nullable Object value, List<String> steps, List<String> found) {
    switch (value) {
      case Map<?, ?> map when !steps.isEmpty() ->
          collect(map.get(steps.getFirst()), steps.subList(1, steps.size()), found);
      case Collection<?> list when steps.isEmpty() -> list.forEach(v -> collect(v, steps, found));
      case Collection<?> list when steps.getFirst().equals("*") ->
          list.forEach(v -> collect(v, steps.subList(1, steps.size()), found));
      case String text when steps.isEmpty() && !text.isBlank() -> found.add(text);
      case null, default -> {}
    }
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static void require(boolean holds, String expected, String found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The claims of an issuer are set wrongly: expected "
              + expected
              + ", found '"
              + found
              + "'; docs/security.md has settings for usual issuers");
    }
  }

  /**
   * The claims of a person under the usual names, for what reads those.
   *
   * @throws WeakSignInException if they signed in by less than is asked for
   */
  public Map<String, Object> usual(ClaimAccessor token) {
    var caller = person(token);
    Map<String, Object> claims = new HashMap<>();
    claims.put("org", caller.organisation());
    claims.put("roles", List.copyOf(caller.roles()));
    claims.put("person", caller.person() == null ? "" : caller.person());
    return claims;
  }
}
