package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.contracts.message.JourneyCommand.WarnOfExpiry;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole year, a day at a time: everything comes on its day and once, also when read again. */
class YearTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final int DAYS = 366;
  private static final String SURGE = "QOP.SURGE.FLOOD";
  private static final String SANDBAGS = "QOP.SANDBAGS";

  private final World world = new World().withPartners();
  private final int port = freePort();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** The day on which each command was decided. */
  private final Map<Command, LocalDate> days = new HashMap<>();

  @AfterEach
  void stop() {
    world.close();
    mail.stop();
  }

  @Test
  void everything_of_a_year_comes_on_its_day_and_once() {
    mail.start();
    var instance = world.startWithMail(port);
    var begun = today();
    var idle = world.newcomer();
    world.closeTheGap(idle);
    var late = world.newcomer();
    var undecided = offered();
    var helper = world.newcomer();
    world.closeTheGap(helper);
    await().atMost(PATIENCE).until(() -> world.registry.cleared(helper));
    var ends = surge(helper, begun);
    settle();

    for (int day = 1; day <= DAYS; day++) {
      world.clock.forward(Duration.ofDays(1));
      if (today().equals(begun.plusDays(20))) {
        world.registry.tell("QOP", SURGE, new SurgeStoodDown(StandDownReason.OVER));
      }
      settle();
    }

    assertThat(sent(idle, NoticeIdle.class).map(NoticeIdle::days)).containsExactly(14, 60);
    // The status check and the training both count for twelve months.
    for (var requirement : List.of("DBS", "CSTF_FIRE")) {
      assertThat(
              sent(idle, WarnOfExpiry.class)
                  .filter(warning -> warning.requirement().equals(requirement))
                  .map(WarnOfExpiry::days))
          .containsExactly(90, 60, 30, 7);
    }
    assertThat(sent(idle, LapseClearance.class).map(LapseClearance::reason))
        .containsExactly(LapseReason.ITEM_EXPIRED);
    assertThat(sent(late, ChaseStep.class)).isNotEmpty();
    assertThat(sent(undecided, DeclineApplicant.class)).hasSize(1);
    assertThat(sent(helper, LapseClearance.class).filter(lapse -> lapse.roleId().equals(SANDBAGS)))
        .singleElement()
        .satisfies(lapse -> {
          assertThat(lapse.reason()).isEqualTo(LapseReason.ROLE_ENDED);
          assertThat(days.get(lapse)).isEqualTo(ends.plusDays(1));
        });
    assertThat(sent(helper, NoteMessage.class).map(message -> message.kind().name()))
        .contains("CALL_UP", "STAND_DOWN", "LAPSED");
    assertNothingTwice();

    instance.close();
    readAgain();
  }

  /** An empty database reads the year and sends neither a letter nor a command that is new. */
  private void readAgain() {
    int letters = mail.getReceivedMessages().length;
    var decided = world.registry.decided();
    world.forgetEverything();
    world.startWithMail(port);
    await().atMost(PATIENCE).until(world::quiet);
    assertThat(mail.getReceivedMessages()).hasSize(letters);
    assertThat(world.registry.decided()).isEqualTo(decided);
  }

  private void assertNothingTwice() {
    var accepted = world.registry.decided().stream().filter(d -> d.accepted()).toList();
    assertThat(accepted.stream().map(d -> d.subject() + d.command())).doesNotHaveDuplicates();
    var noted = accepted.stream().filter(d -> d.command() instanceof NoteMessage).count();
    assertThat(mail.getReceivedMessages()).hasSize((int) noted);
  }

  /** Somebody who never answers an offer. */
  private String offered() {
    var person = UUID.randomUUID().toString();
    var application = UUID.randomUUID().toString();
    world.registry.tell(
        R0A,
        person,
        world.vault.person(person, LocalDate.of(1990, 2, 3)),
        new PartnerLinked(R0A, today()),
        new InterestExpressed(application, R0A, ROLE, WaitingOn.ORGANISATION),
        new OfferMade(application, R0A, ROLE, WaitingOn.VOLUNTEER));
    return person;
  }

  /** A call-up to a temporary role; the day on which the role ends. */
  private LocalDate surge(String helper, LocalDate begun) {
    var ends = begun.plusDays(40);
    world.registry.tell(
        "QOP", SURGE, new SurgeDeclared("Flood", SurgeReason.FLOOD, List.of("M"), 2));
    world.registry.tell(
        "QOP",
        SANDBAGS,
        new SurgeRoleOpened(1, SURGE, ROLE, "Sandbags", EngagementMode.EMERGENCY, List.of(), ends));
    world.registry.tell(
        R0A,
        helper,
        new CallUpSent(UUID.randomUUID().toString(), SURGE, R0A, SANDBAGS, begun),
        new ClearedForRole(R0A, SANDBAGS, 1, 1, List.of()));
    return ends;
  }

  private void settle() {
    world.wake();
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(this::settled);
    world.registry.decided().forEach(d -> days.putIfAbsent(d.command(), today()));
  }

  private boolean settled() {
    if (world.quiet()) {
      return true;
    }
    world.wake();
    return false;
  }

  private <C extends Command> Stream<C> sent(String person, Class<C> type) {
    return world.registry.accepted(person).stream().filter(type::isInstance).map(type::cast);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.clock.instant(), ZONE);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
