package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.icsregistry.kit.fixture.CapturedLog;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, and whatever goes wrong with it, no name, address or postcode gets into a log;
 * not even at the level that is for finding faults.
 */
class NoNamesInLogsTest {

  private static final List<String> PLANTED =
      List.of("Zephyrine", BadInput.MARKER, "zephyrine@", "ZZ9 9ZZ", "07700 900999", "1934-11-23");

  @Test
  void nothingPlanted_isInTheLog() {
    try (var log = new CapturedLog();
        var registry = RunningRegistry.start("logging.level.org.icsregistry=DEBUG")) {
      var partner = Commands.admitted(registry);
      var person = Commands.id();
      registry.accept(partner, planted(partner, person));
      overHttp(registry, partner, person);
      overKafka(registry, partner, person);
      aFault(registry, partner, person);
      badRequests(registry, partner);

      assertThat(log.text()).contains("injected", "A command could not");
      assertThat(log.text()).doesNotContain(PLANTED);
    }
  }

  private static String planted(String partner, String person) {
    return Commands.envelope(
        partner,
        "RegisterVolunteer.v1",
        person,
        """
        {"name":{"given":"Zephyrine","family":"Quibbleworth"},"dateOfBirth":"1934-11-23",
         "contact":{"email":"zephyrine@example.org","mobile":"07700 900999","postcode":"ZZ9 9ZZ"}}\
        """);
  }

  private static void overHttp(RunningRegistry registry, String partner, String person) {
    var token = registry.signIn().token(partner, "partner");
    BadInput.all(partner, person)
        .forEach(input -> registry.post("/v1/commands", Commands.ONE, input.body(), token));
    registry.sendBatch(partner, "[" + planted(partner, person) + ",{\"id\":\"Quibbleworth\"}]");
  }

  private static void overKafka(RunningRegistry registry, String partner, String person) {
    try (var kafka = new KafkaPartner(registry, partner)) {
      BadInput.all(partner, person).forEach(input -> kafka.send("Zephyrine", input.body()));
      kafka.resultOf(kafka.send("Zephyrine", planted(partner, Commands.id()).getBytes(UTF_8)));
    }
  }

  private static void aFault(RunningRegistry registry, String partner, String person) {
    var role = partner + ".FAULTY";
    registry.interference().failAt(role, new IllegalStateException("injected"));
    registry.send(
        partner,
        Commands.clear(partner, person, role).replaceFirst("\\{", "{\"comment\":\"Zephyrine\","));
    registry.interference().stop();
  }

  private static void badRequests(RunningRegistry registry, String partner) {
    var token =
        registry.signIn().token(c -> c.subject("zephyrine@example.org").claim("org", partner));
    for (var path :
        List.of(
            "/v1/Zephyrine",
            "/v1/schemas/Zephyrine",
            "/v1/commands?name=Zephyrine",
            "/log/proof/Zephyrine",
            "/v1/persons/Zephyrine/erasure")) {
      for (var method : List.of("GET", "POST", "PUT", "TRACE")) {
        var request =
            HttpRequest.newBuilder(registry.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Commands.ONE)
                .header("X-Name", "Zephyrine")
                .header("Accept", "text/Zephyrine")
                .method(method, HttpRequest.BodyPublishers.ofString("{\"name\":\"Quibbleworth\"}"))
                .build();
        registry.exchange(request);
      }
    }
    registry.post("/v1/keys", "application/json", "{\"kids\":[\"Zephyrine\"]}", token);
    registry.post("/v1/keys", "application/json", "{\"kids\":Zephyrine", token);
  }
}
