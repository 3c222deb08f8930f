package org.icsregistry.local.signin;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Takes the word of whoever presses a button of the sign-in page. */
final class ButtonSignIn implements AuthenticationProvider {

  private final String host;
  private final Clock clock;

  ButtonSignIn(String host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    return DemonstrationPerson.find(host, request.getName())
        .map(this::signedIn)
        .orElseThrow(() -> new BadCredentialsException("No such demonstration person"));
  }

  // The authority carries the time of signing in, which an id token has to state.
  private Authentication signedIn(DemonstrationPerson person) {
    var button = FactorGrantedAuthority.withFactor("BUTTON").issuedAt(clock.instant()).build();
    return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, List.of(button));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
