package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.local.demo.fixture.DirectChannel;
import org.icsregistry.local.demo.fixture.RulesRegistry;
import org.icsregistry.local.demo.fixture.StandInOnboarding;
import org.icsregistry.local.demo.founding.Founding;
import org.icsregistry.local.demo.play.DemoCommand;
import org.icsregistry.local.demo.play.Expectation;
import org.icsregistry.local.demo.play.Player;
import org.icsregistry.local.demo.play.Step;
import org.icsregistry.local.demo.play.Step.Await;
import org.icsregistry.local.demo.play.Step.Send;
import org.icsregistry.local.demo.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StoryTest {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NAME =
      Pattern.compile(
          "Volunteer (One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen)");

  private final Founding founding = Founding.ofTheDemonstration();
  private final Story story = Story.load();

  @ParameterizedTest(name = "when begun on {0}")
  @ValueSource(strings = {"2026-11-22", "2028-02-29", "2031-01-01"})
  void story_isAcceptedInOrder(LocalDate day) {
    var registry = play(day);
    assertThat(registry.log()).hasSizeGreaterThan(400);
  }

  @Test
  void story_tellsOfReuseStatusCheckRepeatAndLapse() {
    var log = play(LocalDate.of(2026, 11, 22)).log();
    assertThat(log.stream().map(e -> e.data().toString()))
        .anyMatch(e -> e.startsWith("RecognitionDecided[partner=R0A") && e.contains("REUSED"))
        .anyMatch(e ->
            e.startsWith("RecognitionDecided[partner=RM3") && e.contains("STATUS_CHECK_NEEDED"))
        .anyMatch(e -> e.startsWith("RecognitionDecided[partner=RM3") && e.contains("REPEAT"))
        .anyMatch(e -> e.startsWith("ClearanceLapsed[partner=R0A"))
        .noneMatch(e -> e.startsWith("ClearanceLapsed[partner=RBV"));
  }

  @Test
  void story_asksOnlyForTheGap_whenThePersonComesToTheSecondPartner() {
    var log = play(LocalDate.of(2026, 11, 22)).log();
    var person = story.chapters().get(1).subjects().iterator().next();
    assertThat(
            log.stream()
                .filter(e -> e.subject().equals(person))
                .map(e -> e.data().toString())
                .filter(e ->
                    e.contains("partner=R0A") && e.matches("(TrainingAssigned|CheckRequested).*"))
                .limit(2))
        .containsExactly(
            "TrainingAssigned[partner=R0A, roleId=QOP.ED_VOL, training=CSTF_SGC2]",
            "TrainingAssigned[partner=R0A, roleId=QOP.ED_VOL, training=OMMT_T1]");
  }

  @Test
  void story_isAcceptedInAnyOrderOfItsSubjects() {
    var day = LocalDate.of(2026, 11, 22);
    var forwards = play(day, List::copyOf);
    var backwards = play(day, StoryTest::lastSubjectFirst);
    assertThat(backwards.log()).hasSameSizeAs(forwards.log());
  }

  @Test
  void dates_lieInThePastOrAreToday_butLastDays() {
    var today = LocalDate.of(2026, 11, 22);
    commands(today)
        .forEach(command ->
            assertThat(
                    DATE.matcher(text(command).replaceAll("\"(until|endsOn)\":\\s*\"[^\"]*\"", ""))
                        .results()
                        .map(r -> LocalDate.parse(r.group())))
                .as(command.toString())
                .allMatch(date -> !date.isAfter(today)));
  }

  @Test
  void commands_haveIdsThatNoOtherHas() {
    var ids = new HashSet<String>();
    assertThat(commands(LocalDate.of(2026, 11, 22)))
        .allMatch(command -> ids.add(command.organisation() + "/" + command.id()));
  }

  @Test
  void founding_isTheSameOnEveryDay() {
    assertThat(Founding.ofTheDemonstration().commands()).isEqualTo(founding.commands());
    assertThat(founding.commands().stream().map(StoryTest::text))
        .noneMatch(t -> t.contains("{today"));
  }

  @Test
  void people_areEvidentlyInvented() {
    assertThat(
            commands(LocalDate.of(2026, 11, 22))
                .filter(c -> c.type().equals("RegisterVolunteer.v1"))
                .map(StoryTest::data))
        .hasSize(15)
        .allMatch(data -> data.at("/name/given").stringValue().equals("Demo"))
        .allMatch(data -> NAME.matcher(data.at("/name/family").stringValue()).matches())
        .allMatch(data -> data.at("/contact/email").stringValue().endsWith("@example.org"));
  }

  @Test
  void awaitedEvents_areOfKnownTypes() {
    assertThat(steps(LocalDate.EPOCH).filter(Await.class::isInstance).map(Await.class::cast))
        .isNotEmpty()
        .allMatch(await -> MessageTypes.event(await.event().type()).isPresent());
  }

  @Test
  void partners_signWhatIsRequired() {
    assertThat(Stream.concat(Stream.of(founding.host()), founding.partners().stream()))
        .allMatch(f -> f.agreements().stream().filter(a -> a.requiredToAct()).count() == 2);
  }

  @Test
  void partners_haveDifferentPolicies() {
    assertThat(founding.partners().stream().map(f -> f.policy().rules()).distinct())
        .hasSameSizeAs(founding.partners());
  }

  private RulesRegistry play(LocalDate day) {
    return play(day, List::copyOf);
  }

  private RulesRegistry play(LocalDate day, UnaryOperator<List<Step>> order) {
    var registry = new RulesRegistry(founding.host().code(), noon(day));
    var channel = new DirectChannel(registry, new StandInOnboarding(registry, day));
    var player = new Player(channel, channel, 100, Duration.ofMillis(100));
    player.play(
        founding.commands().stream().map(c -> new Send(c, Expectation.ACCEPTED)).iterator(),
        _ -> {});
    story
        .chapters()
        .forEach(chapter -> player.play(order.apply(chapter.steps(day)).iterator(), _ -> {}));
    return registry;
  }

  private static List<Step> lastSubjectFirst(List<Step> steps) {
    var subjects = steps.stream().map(Step::subject).distinct().toList().reversed();
    return subjects.stream()
        .flatMap(subject -> steps.stream().filter(step -> step.subject().equals(subject)))
        .toList();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant();
  }

  private Stream<Step> steps(LocalDate today) {
    return story.chapters().stream().flatMap(chapter -> chapter.steps(today).stream());
  }

  private Stream<DemoCommand> commands(LocalDate today) {
    return Stream.concat(
        founding.commands().stream(),
        steps(today).filter(Send.class::isInstance).map(step -> ((Send) step).command()));
  }

  private static JsonNode data(DemoCommand command) {
    return Json.MAPPER.readTree(command.body()).required("data");
  }

  private static String text(DemoCommand command) {
    return new String(command.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
