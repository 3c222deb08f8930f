package org.icsregistry.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.rules.RoleProfile;
import org.junit.jupiter.api.Test;

class RoleTest {

  private final Role defined =
      Role.unknown("QOP.WARD_HELPER")
          .evolve(new RoleDefined(1, "Ward helper", EngagementMode.REGULAR, List.of()));

  @Test
  void current_isTheNewestVersion() {
    assertThat(Role.unknown("QOP.WARD_HELPER").current()).isEmpty();
    assertThat(Role.unknown("QOP.WARD_HELPER").defined()).isFalse();
    assertThat(defined.current()).map(RoleProfile::version).contains(1);
    assertThat(defined.evolve(revised(2, false)).current()).map(RoleProfile::version).contains(2);
  }

  @Test
  void forPlaced_isTheVersionTheyWereClearedUnder_orTheLastThatAppliesToThem() {
    var role = defined.evolve(revised(2, true)).evolve(revised(3, false)).evolve(revised(4, false));
    assertThat(role.forPlaced(1)).map(RoleProfile::version).contains(2);
    assertThat(role.forPlaced(2)).map(RoleProfile::version).contains(2);
    assertThat(role.forPlaced(3)).map(RoleProfile::version).contains(3);
    assertThat(role.evolve(revised(5, true)).forPlaced(3)).map(RoleProfile::version).contains(5);
    assertThat(role.forPlaced(9)).isEmpty();
  }

  @Test
  void owner_standsBeforeTheLastDot() {
    assertThat(Role.owner("QOP.WARD_HELPER")).isEqualTo("QOP");
    assertThat(Role.owner("GB-CHC-1140351.DRIVER")).isEqualTo("GB-CHC-1140351");
  }

  @Test
  void role_isStoredAndReadEqual() {
    var role = defined.evolve(revised(2, true));
    assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(role), Role.class))
        .isEqualTo(role);
  }

  private static RoleRevised revised(int version, boolean appliesToPlaced) {
    return new RoleRevised(
        version, "Ward helper", EngagementMode.REGULAR, List.of(), appliesToPlaced);
  }
}
