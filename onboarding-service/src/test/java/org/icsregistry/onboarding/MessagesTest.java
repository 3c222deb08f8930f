package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters to people, through a real mail server. */
class MessagesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final World world = new World().withPartners();
  private final int port = freePort();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    world.close();
    mail.stop();
  }

  @Test
  void somebody_who_is_cleared_gets_one_letter_and_the_log_says_so() throws Exception {
    mail.start();
    world.startWithMail(port);

    var person = cleared();

    await().atMost(PATIENCE).until(() -> noted(person).size() == 1);
    var letter = only();
    assertThat(letter.getSubject()).doesNotContain("Ada").doesNotContain("Openly");
    assertThat(letter.getAllRecipients()[0]).hasToString("ada@example.org");
    assertThat(GreenMailUtil.getBody(letter)).contains("Ada", "Manchester University");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(noted(person).getFirst().kind()).isEqualTo(MessageKind.CLEARED);
  }

  @Test
  void an_empty_database_that_reads_the_log_again_writes_to_nobody_again() {
    mail.start();
    var first = world.startWithMail(port);
    var person = cleared();
    await().atMost(PATIENCE).until(() -> noted(person).size() == 1);
    first.close();

    world.forgetEverything();
    world.startWithMail(port);
    var other = cleared();

    await().atMost(PATIENCE).until(() -> noted(other).size() == 1);
    assertThat(mail.getReceivedMessages()).hasSize(2);
    assertThat(noted(person)).hasSize(1);
  }

  @Test
  void a_mail_server_that_is_away_holds_up_letters_only() {
    world.startWithMail(port);
    var people = List.of(cleared(), cleared());
    assertThat(people).allSatisfy(person -> assertThat(noted(person)).isEmpty());

    mail.start();

    await()
        .atMost(PATIENCE)
        .until(() -> {
          // A server that is only just starting may refuse a letter; it is tried again in a while.
          world.clock.forward(Duration.ofMinutes(1));
          world.wake();
          return people.stream().allMatch(p -> noted(p).size() == 1);
        });
    assertThat(mail.getReceivedMessages()).hasSize(2);
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void nobody_gets_what_they_do_not_want() {
    mail.start();
    world.startWithMail(port);
    var silent = world.newcomer();
    world.registry.tell(R0A, silent, world.vault.prefers(silent, "en", MessageKind.CLEARED));
    world.closeTheGap(silent);
    await().atMost(PATIENCE).until(() -> world.registry.cleared(silent));

    var other = cleared();

    await().atMost(PATIENCE).until(() -> noted(other).size() == 1);
    await().atMost(PATIENCE).until(() -> count("UNWANTED") == 1);
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void nobody_is_written_to_more_often_than_they_said() {
    mail.start();
    world.startWithMail(port);
    var person = cleared();
    await().atMost(PATIENCE).until(() -> noted(person).size() == 1);
    world.registry.tell(R0A, person, atMost(1));
    world.registry.tell(R0A, person, warning());
    var unasked = world.newcomer();
    world.registry.tell(R0A, unasked, atMost(0));
    world.registry.tell(R0A, unasked, warning());

    await().atMost(PATIENCE).until(() -> count("UNWANTED") == 1);
    await().atMost(PATIENCE).until(() -> count("PENDING") == 1 && world.quiet());
    assertThat(mail.getReceivedMessages()).hasSize(1);
    world.clock.forward(Duration.ofDays(7));
    world.wake();
    await().atMost(PATIENCE).until(() -> noted(person).size() == 2);
  }

  @Test
  void who_is_called_up_hears_so_at_once_and_again_when_they_may_not_be_needed() {
    mail.start();
    world.startWithMail(port);
    var comes = cleared();
    var declines = cleared();
    await().atMost(PATIENCE).until(() -> noted(comes).size() + noted(declines).size() == 2);
    world.registry.tell(R0A, comes, atMost(0));
    var surge = "QOP.SURGE.FLOOD";
    world.registry.tell(
        "QOP", surge, new SurgeDeclared("Flood", SurgeReason.FLOOD, List.of("M"), 2));
    for (var person : List.of(comes, declines)) {
      world.registry.tell(
          R0A, person, new CallUpSent("call-" + person, surge, R0A, Ics.ROLE, Ics.DAY));
    }
    await().atMost(PATIENCE).until(() -> kinds(comes).contains(MessageKind.CALL_UP));
    await().atMost(PATIENCE).until(() -> kinds(declines).contains(MessageKind.CALL_UP));

    world.registry.tell(
        R0A, declines, new CallUpAnswered("call-" + declines, surge, R0A, CallUpAnswer.NO));
    world.registry.tell("QOP", surge, new SurgeStoodDown(StandDownReason.OVER));

    await().atMost(PATIENCE).until(() -> kinds(comes).contains(MessageKind.STAND_DOWN));
    await().atMost(PATIENCE).until(world::quiet);
    assertThat(kinds(declines)).doesNotContain(MessageKind.STAND_DOWN);
    assertThat(bodies()).anyMatch(b -> b.contains("asking for help now: Mealtime companion"));
  }

  @Test
  void an_emergency_is_told_as_soon_as_it_may_be_whatever_somebody_opted_out_of() {
    mail.start();
    world.startWithMail(port);
    var now = world.clock.instant();
    var held = world.newcomer();
    world.registry.tell(R0A, held, world.vault.prefers(held, "en", MessageKind.EMERGENCY));
    world.registry.tell(R0A, held, world.vault.emergency(held, now, now.plus(Duration.ofDays(3))));
    var told = world.newcomer();
    world.registry.tell(R0A, told, world.vault.emergency(told, now, now));

    await().atMost(PATIENCE).until(() -> emergencies(told) == 1);
    assertThat(emergencies(held)).isZero();

    world.clock.forward(Duration.ofDays(3));
    await().atMost(PATIENCE).until(() -> emergencies(held) == 1);
    assertThat(emergencies(told)).isEqualTo(1);
  }

  private long emergencies(String person) {
    return noted(person).stream().filter(n -> n.kind() == MessageKind.EMERGENCY).count();
  }

  /** Two instances, a quarter of a year, people who never do what they are asked for. */
  @Test
  void two_instances_remind_once_each_time_however_long_it_takes() {
    mail.start();
    world.startWithMail(port);
    world.startWithMail(port);
    var people = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      people.add(world.newcomer());
    }
    await().atMost(PATIENCE).until(world::quiet);

    for (int day = 0; day < 90; day++) {
      world.clock.forward(Duration.ofDays(1));
      world.wake();
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(world::quiet);
    }

    for (var person : people) {
      var chases = sent(person, ChaseStep.class);
      assertThat(chases).isNotEmpty().doesNotHaveDuplicates();
      assertThat(chases.stream().map(c -> c.step() + c.waitingOn() + c.stage()))
          .doesNotHaveDuplicates();
      assertThat(noted(person).stream().map(NoteMessage::eventId)).doesNotHaveDuplicates();
    }
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(mail.getReceivedMessages())
        .hasSize(people.stream().mapToInt(p -> noted(p).size()).sum());
  }

  private static AvailabilityChanged atMost(int alertsAWeek) {
    return new AvailabilityChanged(DutyStatus.ON_DUTY, null, List.of(), null, alertsAWeek);
  }

  /** Something else to write about. */
  private static ExpiryWarned warning() {
    return new ExpiryWarned(R0A, Ics.ROLE, "CSTF_FIRE", 90);
  }

  private List<MessageKind> kinds(String person) {
    return noted(person).stream().map(NoteMessage::kind).toList();
  }

  private List<String> bodies() {
    return Stream.of(mail.getReceivedMessages()).map(GreenMailUtil::getBody).toList();
  }

  private String cleared() {
    var person = world.newcomer();
    world.closeTheGap(person);
    await().atMost(PATIENCE).until(() -> world.registry.cleared(person));
    return person;
  }

  private MimeMessage only() {
    assertThat(mail.getReceivedMessages()).hasSize(1);
    return mail.getReceivedMessages()[0];
  }

  private List<NoteMessage> noted(String person) {
    return sent(person, NoteMessage.class);
  }

  private <C extends Command> List<C> sent(String person, Class<C> type) {
    return world.registry.accepted(person).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private List<String> ids() {
    var ids = new ArrayList<String>();
    for (var letter : mail.getReceivedMessages()) {
      try {
        ids.add(letter.getMessageID());
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
    return ids;
  }

  private long count(String state) {
    return world
        .database()
        .sql("SELECT count(*) FROM message WHERE state = ?")
        .param(state)
        .query(Long.class)
        .single();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
