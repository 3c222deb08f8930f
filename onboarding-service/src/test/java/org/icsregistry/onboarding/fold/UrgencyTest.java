package org.icsregistry.onboarding.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.kit.log.LogBatchHandler;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** How urgent it is to look at somebody whom the log tells something about. */
class UrgencyTest {

  private final World world = new World().withPartners();
  private ApplicationContext service = new StaticApplicationContext();
  private String person = "";

  @BeforeEach
  void somebodyIsOnTheWay() {
    service = world.start();
    person = world.newcomer();
    await().atMost(Duration.ofMinutes(1)).until(() -> world.quiet() && !ours().isEmpty());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void what_this_service_commanded_is_looked_at_in_turn() {
    assertThat(urgencyOf("QOP", ours())).isEqualTo(Urgency.IN_TURN);
  }

  @Test
  void what_a_coordinator_of_the_host_does_by_hand_is_an_event() {
    assertThat(urgencyOf("QOP", List.of(UUID.randomUUID().toString()))).isEqualTo(Urgency.EVENT);
  }

  @Test
  void what_comes_with_something_of_this_service_is_an_event() {
    assertThat(urgencyOf("QOP", List.of(ours().getFirst(), "by-hand"))).isEqualTo(Urgency.EVENT);
  }

  /** Ids of the commands that this service sent. */
  private List<String> ours() {
    return world.registry.decided().stream()
        .filter(decided -> decided.accepted() && decided.subject().equals(person))
        .map(decided -> decided.id())
        .toList();
  }

  /** After an event from each of these commands. */
  private Urgency urgencyOf(String organisation, List<String> commands) {
    var records = commands.stream().map(command -> record(organisation, command)).toList();
    var transaction = service.getBean(TransactionTemplate.class);
    var found =
        transaction.execute(status -> {
          status.setRollbackOnly();
          service.getBean("onboarding", LogBatchHandler.class).handle(records);
          return service.getBean(Due.class).lock(List.of(person), world.clock.instant());
        });
    return Objects.requireNonNull(Objects.requireNonNull(found).get(person));
  }

  private LogRecord record(String organisation, String command) {
    var event = Ics.trained(UUID.randomUUID().toString(), "CSTF_DATA", Ics.R0A, Ics.DAY);
    var entry =
        new RecordedEvent(
            world.log.nextIndex(),
            UUID.randomUUID().toString(),
            organisation,
            person,
            world.clock.instant(),
            null,
            null,
            command,
            event);
    return new LogRecord(
        entry.logIndex(), person, EventCodec.encode(entry, EventCodec.payload(event)));
  }
}
