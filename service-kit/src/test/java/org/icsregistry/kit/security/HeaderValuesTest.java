package org.icsregistry.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class HeaderValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2ln", "a\tb", "Zoë", "志愿者", "😀"})
  void headers_mayHoldAssignedCharacters(String value) {
    assertThat(header(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "\0", "a\u007f", "a\u0085b", "\u0378"})
  void headers_mayNotHoldControls_orWhatUnicodeDoesNotKnow(String value) {
    assertThatThrownBy(() -> header(value)).isInstanceOf(RequestRejectedException.class);
  }

  private static String header(String value) {
    var request = new MockHttpServletRequest("GET", "/v1/status");
    request.addHeader("X-Test", value);
    return new KitSecurityAutoConfiguration()
        .httpFirewall()
        .getFirewalledRequest(request)
        .getHeader("X-Test");
  }
}
