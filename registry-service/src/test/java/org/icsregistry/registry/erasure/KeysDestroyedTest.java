package org.icsregistry.registry.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.registry.fixture.Backup;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.icsregistry.registry.fixture.Submitter;
import org.icsregistry.registry.publish.LogPublisher;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With the decision the keys are gone, everywhere and for good; everything else still holds. */
class KeysDestroyedTest {

  private static final String HOLD_CHECKS =
      "[{\"category\":\"CHECKS\",\"reason\":\"SAFEGUARDING\",\"until\":\"2999-12-31\"}]";

  private final RunningRegistry registry = RunningRegistry.shared();
  private final String partner = Commands.admitted(registry);
  private final String person = Commands.id();

  @Test
  void anErasure_destroysEveryKey_andTheReceiptProvesIt() {
    registered(registry);
    registry.accept(partner, Commands.eraseVolunteer(partner, person, "[]"));
    assertThat(kids(registry)).isEmpty();
    await().until(() -> receipt().at("/erasures/0/evidence/proof").isString());

    var receipt = receipt();
    assertThat(receipt.at("/erasures/0/keysDestroyed").asInt()).isEqualTo(2);
    assertThat(receipt.path("keysLeft").asInt()).isZero();
    assertThat(receipt.at("/outstanding/0").asString("")).isEqualTo(partner);
    var entry = Base64.getDecoder().decode(receipt.at("/erasures/0/evidence/entry").asString(""));
    assertThat(new String(entry, UTF_8)).contains("VolunteerErased.v1", person);
    var proof =
        TlogProof.parse(receipt.at("/erasures/0/evidence/proof").asString("").getBytes(UTF_8));
    assertThat(proof.index()).isEqualTo(receipt.at("/erasures/0/evidence/logIndex").asLong());
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void anAcknowledgement_standsInTheReceipt() {
    registered(registry);
    registry.accept(
        partner,
        Commands.eraseVolunteer(partner, person, "[]"),
        Commands.envelope(partner, "AcknowledgeErasure.v1", person, "{\"copies\":\"ERASED\"}"));
    assertThat(receipt().path("outstanding")).isEmpty();
    assertThat(receipt().at("/acknowledged/0/copies").asString("")).isEqualTo("ERASED");
  }

  @Test
  void whoHasNotAcknowledged_isListed_untilItDoes() {
    long before = registry.store().size() - 1;
    registered(registry);
    registry.accept(partner, Commands.eraseVolunteer(partner, person, "[]"));
    var listed = forgotten("?outstanding=true&limit=500&after=" + before);
    assertThat(listed.at("/erasures/0/subject").asString("")).isEqualTo(person);
    assertThat(listed.at("/erasures/0/outstanding/0").asString("")).isEqualTo(partner);
    assertThat(forgotten("?limit=1&after=" + before).path("next").asLong()).isGreaterThan(before);

    registry.accept(
        partner,
        Commands.envelope(partner, "AcknowledgeErasure.v1", person, "{\"copies\":\"ERASED\"}"));

    assertThat(forgotten("?outstanding=true&after=" + before).path("erasures")).isEmpty();
    assertThat(forgotten("?after=" + before).path("erasures")).hasSize(1);
    assertThat(get("/v1/erasures", "partner").status()).isEqualTo(403);
    assertThat(get("/v1/erasures?limit=0", "lead").status()).isEqualTo(400);
  }

  private JsonNode forgotten(String query) {
    return get("/v1/erasures" + query, "operator").body();
  }

  private Reply get(String path, String role) {
    return registry.exchange(
        HttpRequest.newBuilder(registry.uri(path))
            .header("Authorization", "Bearer " + registry.signIn().token("QOP", role))
            .build());
  }

  @Test
  void aHold_keepsTheKeyOutOfUse_andTheHostsOperatorAloneGetsIt() {
    registered(registry);
    var kids = kids(registry);
    assertThat(given(registry, kids, "", "reader")).hasSize(2);
    registry.accept(partner, Commands.eraseVolunteer(partner, person, HOLD_CHECKS));
    assertThat(kids(registry)).hasSize(1).allMatch(kid -> kid.contains(".checks."));
    assertThat(given(registry, kids, "", "reader")).isEmpty();
    var held = ",\"purpose\":\"LEGAL_HOLD\"";
    assertThat(given(registry, kids, held, "operator")).hasSize(1);
    assertThat(ask(registry, kids, held, "reader").code()).isEqualTo("NOT_ALLOWED");
    assertThat(
            registry
                .store()
                .owner()
                .sql("select action from operator_action")
                .query(String.class)
                .list())
        .contains("read 2 key(s) of 1 people under a legal hold");
  }

  @Test
  void anErasedCategory_takesItsKey_andTheNextValueGetsANewOne() {
    registered(registry);
    var before = kids(registry);
    registry.accept(
        partner,
        Commands.envelope(
            partner,
            "EraseCategory.v1",
            person,
            "{\"category\":\"CHECKS\",\"ground\":\"RETENTION\",\"decidedBy\":\"dpo-1\"}"),
        Commands.recordCheck(partner, person, Commands.id()));
    assertThat(kids(registry)).hasSize(2).isNotEqualTo(before);
  }

  @Test
  void aValueThatCameWithAnErasure_isNotAcceptedUnderADestroyedKey() {
    registered(registry);
    var erase =
        Commands.envelope(
            partner,
            "EraseCategory.v1",
            person,
            "{\"category\":\"CHECKS\",\"ground\":\"RETENTION\",\"decidedBy\":\"dpo-1\"}");
    var check = Commands.recordCheck(partner, person, Commands.id());

    var answers = new Submitter(registry).inOneBatch(partner, List.of(erase, check));

    assertThat(answers.get(0).problem()).isNull();
    assertThat(Submitter.code(answers.get(1))).isEqualTo("UNAVAILABLE");
    registry.accept(partner, check);
    assertThat(kids(registry)).anyMatch(kid -> kid.contains(".checks."));
  }

  @Test
  void anotherInstance_forgetsTheKeysToo_andSealsWithNoneOfThem() {
    registered(registry);
    var kids = kids(registry);
    try (var other = registry.another()) {
      other.accept(partner, Commands.recordCheck(partner, person, Commands.id()));
      assertThat(given(other, kids, "", "reader")).hasSize(2);
      registry.accept(
          partner,
          Commands.envelope(
              partner,
              "EraseCategory.v1",
              person,
              "{\"category\":\"CHECKS\",\"ground\":\"RETENTION\",\"decidedBy\":\"dpo-1\"}"));
      assertThat(given(other, kids, "", "reader")).hasSize(1);
      // At most once the other one is told to come again, because it sealed with what is gone.
      var command = Commands.recordCheck(partner, person, Commands.id());
      await().until(() -> other.send(partner, command).status() == 201);
      assertThat(kids(registry)).hasSize(2).isNotEqualTo(kids);
    }
  }

  @Test
  void aRestoredOlderBackup_losesItsKeysAgain_beforeAnybodyGetsOne() {
    try (var own = RunningRegistry.start()) {
      var keeper = Commands.admitted(own);
      own.accept(keeper, Commands.registerVolunteer(keeper, person));
      var older = Backup.of(own.store());
      own.accept(keeper, Commands.eraseVolunteer(keeper, person, "[]"));
      await().until(() -> own.bean(LogPublisher.class).published() == own.store().size());
      var whole = Backup.of(own.store());

      own.application().close();
      older.restore();
      var kids = kids(own);
      assertThat(kids).hasSize(1);
      own.restart();
      await().until(() -> ask(own, kids, "", "reader").status() == 200);
      assertThat(given(own, kids, "", "reader")).isEmpty();
      assertThat(kids(own)).isEmpty();

      own.application().close();
      whole.restore();
      own.store().owner().sql("truncate keys.subject_key, keys.erasure").update();
      older.restoreOnly("keys.subject_key");
      assertThat(kids(own)).hasSize(1);
      own.restart();
      await().until(() -> ask(own, kids, "", "reader").status() == 200);
      assertThat(kids(own)).isEmpty();
    }
  }

  private void registered(RunningRegistry at) {
    at.accept(
        partner,
        Commands.registerVolunteer(partner, person),
        Commands.recordCheck(partner, person, Commands.id()));
  }

  private JsonNode receipt() {
    return registry
        .exchange(
            HttpRequest.newBuilder(registry.uri("/v1/erasures/" + person))
                .header("Authorization", "Bearer " + registry.signIn().token(partner, "partner"))
                .build())
        .body();
  }

  private List<String> kids(RunningRegistry at) {
    return at.store()
        .owner()
        .sql("select kid from keys.subject_key where subject = ? order by kid")
        .param(person)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static List<String> given(
      RunningRegistry at, List<String> kids, String purpose, String role) {
    var reply = ask(at, kids, purpose, role);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().path("keys").valueStream().map(k -> k.path("kid").asString("")).toList();
  }

  private static Reply ask(RunningRegistry at, List<String> kids, String purpose, String role) {
    var body = "{\"kids\":[\"" + String.join("\",\"", kids) + "\"]" + purpose + "}";
    return at.post("/v1/keys", "application/json", body, at.signIn().token("QOP", role));
  }
}
