package org.icsregistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;

class FirstCommandsTest {

  @Test
  void aPartnerIsAdmittedSignsAndRegistersAPerson() {
    try (var registry = RunningRegistry.start()) {
      assertThat(registry.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST")).status())
          .isEqualTo(201);
      var refused = registry.send("RBV", Commands.registerVolunteer("RBV", Commands.id()));
      assertThat(refused.code()).isEqualTo("AGREEMENTS_NOT_SIGNED");
      assertThat(registry.send("RBV", Commands.sign("RBV", "DSA")).status()).isEqualTo(201);
      assertThat(registry.send("RBV", Commands.sign("RBV", "TERMS_OF_USE")).status())
          .isEqualTo(201);
      var person = Commands.id();
      var answer = registry.send("RBV", Commands.registerVolunteer("RBV", person));
      assertThat(answer.body().toString()).as("answer").contains("\"logIndex\":4");
      assertThat(answer.status()).isEqualTo(201);
    }
  }
}
