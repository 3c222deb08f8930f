package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;

/** While the database is away nothing is promised; when it is back nothing is missing. */
class StoreAwayTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void overHttpItIsSaid_overKafkaItIsWaited_andAfterwardsBothAreDecidedOnce() {
    var partner = Commands.admitted(REGISTRY);
    var person = Commands.id();
    var overHttp = Commands.registerVolunteer(partner, person);
    try (var kafka = new KafkaPartner(REGISTRY, partner)) {
      kafka.resultOf(kafka.send(Commands.registerVolunteer(partner, Commands.id())));
      String place;
      SharedEngines.postgres().kill();
      try {
        var refused = REGISTRY.send(partner, overHttp);
        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(REGISTRY.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(REGISTRY.get("/actuator/health/liveness").status()).isEqualTo(200);
        place = kafka.send(Commands.registerVolunteer(partner, Commands.id()));
        assertThat(kafka.results()).doesNotContainKey(place);
      } finally {
        SharedEngines.postgres().restart();
      }
      assertThat(kafka.resultOf(place).path("status").asInt()).isEqualTo(201);
      assertThat(kafka.results().get(place)).hasSize(1);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> REGISTRY.send(partner, overHttp).status() == 201);
    assertThat(REGISTRY.store().typesAbout(person)).hasSize(2);
    LogCheck.everythingHolds(REGISTRY.store());
    new PublishedLog(REGISTRY).holdsEachIndexOnce();
  }
}
