package org.icsregistry.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.local.demo.Generator.Settings;
import org.icsregistry.local.demo.fixture.RulesRegistry;
import org.icsregistry.local.demo.fixture.StandInOnboarding;
import org.icsregistry.local.demo.play.DemoCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GeneratorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @ParameterizedTest(name = "{0} partners")
  @ValueSource(ints = {1, 11, 50})
  void commands_areAcceptedInOrder(int partners) {
    var registry = registry();
    assertThat(generator(150, 7, partners).stream())
        .allSatisfy(command ->
            assertThat(registry.decide(command).problem()).as(command.toString()).isNull());
    assertThat(registry.log()).hasSizeGreaterThan(150 * 10);
  }

  @Test
  void somebodyBelow16_startsBesideASupervisor() {
    var registry = registry();
    var commands = generator(300, 1, 11).stream().toList();
    assertThat(commands)
        .allSatisfy(command ->
            assertThat(registry.decide(command).problem()).as(command.toString()).isNull());
    assertThat(commands)
        .filteredOn(command -> command.type().equals("StartPlacement.v1"))
        .anySatisfy(command -> assertThat(data(command).has("supervisor")).isTrue());
  }

  @Test
  void commands_areAcceptedOrAlreadyDone_besideOnboarding() {
    var registry = registry();
    var onboarding = new StandInOnboarding(registry, TODAY);
    assertThat(generator(60, 7, 11).stream())
        .allSatisfy(command -> {
          var problem = registry.decide(command).problem();
          onboarding.react();
          assertThat(problem == null ? "" : problem.code().name())
              .as(command.toString())
              .isIn("", "ALREADY_CLEARED", "RECOGNITION_ALREADY_DECIDED");
        });
  }

  @Test
  void commands_fitTheirSchemas() {
    assertThat(generator(100, 3, 11).stream())
        .allSatisfy(
            command -> assertThat(Schemas.validate(command.type(), data(command))).isEmpty());
  }

  @Test
  void sameSettings_giveTheSameCommands() {
    assertThat(generator(400, 42, 11).stream().toList())
        .isEqualTo(generator(400, 42, 11).stream().toList());
  }

  @Test
  void otherSeed_givesOtherPeople() {
    assertThat(subjects(generator(300, 1, 11)))
        .doesNotContainAnyElementsOf(subjects(generator(300, 2, 11)));
  }

  @Test
  void ids_areNeverUsedTwice() {
    var ids = new HashSet<String>();
    assertThat(generator(400, 5, 11).stream()).allMatch(command -> ids.add(command.id()));
  }

  @Test
  void dates_lieInThePastOrAreToday() {
    assertThat(generator(200, 9, 11).stream().flatMap(GeneratorTest::dates))
        .allMatch(date -> !date.isAfter(TODAY));
  }

  @Test
  void founding_isTheDemonstrations_andGrowsWithThePartners() {
    assertThat(generator(1, 1, Generator.DEMONSTRATION_PARTNERS).founding())
        .isEqualTo(org.icsregistry.local.demo.founding.Founding.ofTheDemonstration().commands());
    assertThat(generator(1, 1, 12).founding())
        .hasSizeGreaterThan(generator(1, 1, 11).founding().size());
  }

  @Test
  void partners_areLimitedByTheReferenceData() {
    assertThatThrownBy(() -> generator(1, 1, 51))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected 1 to 50 partners, which is what the reference data holds, and not 51.");
  }

  @Test
  void people_areMadeAsTheyAreAskedFor() {
    var people = generator(1_000_000_000_000L, 1, 11).people();
    assertThat(Stream.generate(people::next).limit(1_000)).hasSize(1_000);
  }

  @Test
  void people_areAllFinishedAtTheEnd() {
    var people = generator(300, 1, 11).people();
    people.forEachRemaining(_ -> {});
    assertThat(people.finished()).isEqualTo(300);
  }

  @Test
  void commandsAboutOnePerson_lieApart() {
    var people = generator(2_000, 1, 11).people();
    String subject = people.next().subject();
    assertThat(
            Stream.generate(people::next)
                .limit(20)
                .filter(c -> c.subject().equals(subject))
                .count())
        .isLessThan(5);
  }

  /** Shares of people as published: see the figures' sources. */
  @Test
  void mixes_areThePublishedOnes() {
    int n = 4_000;
    List<DemoCommand> commands = generator(n, 11, 8).stream().toList();
    Map<String, Long> counts = commands.stream().collect(groupingBy(DemoCommand::type, counting()));
    double registered = count(counts, "RegisterVolunteer.v1");
    double started =
        commands.stream()
            .filter(c -> c.type().equals("StartPlacement.v1"))
            .map(DemoCommand::subject)
            .distinct()
            .count();
    assertThat(registered).isEqualTo(n);
    // 49 in 100 start in the end (Southampton); some of the last weeks have not had the time yet.
    assertThat(started / n).isBetween(0.36, 0.45);
    assertThat(count(counts, "LinkPartner.v1") / started).isCloseTo(0.14, share(0.05));
    assertThat(count(counts, "MakeOffer.v1") / count(counts, "ExpressInterest.v1"))
        .isCloseTo(0.85, share(0.04));
    assertThat(minutes(commands)).isBetween(150.0, 210.0);
    assertThat(commands.size() / (double) n).isBetween(15.0, 35.0);
  }

  private static double minutes(List<DemoCommand> commands) {
    return commands.stream()
        .filter(c -> c.type().equals("RecordActivity.v1"))
        .mapToInt(c -> data(c).required("minutes").intValue())
        .average()
        .orElseThrow();
  }

  private static double count(Map<String, Long> counts, String type) {
    return counts.getOrDefault(type, 0L);
  }

  private static Offset<Double> share(double offset) {
    return within(offset);
  }

  private static Generator generator(long people, long seed, int partners) {
    return new Generator(new Settings(people, seed, partners, TODAY));
  }

  private static RulesRegistry registry() {
    return new RulesRegistry(
        "QOP", TODAY.atTime(9, 0).atZone(ZoneId.of("Europe/London")).toInstant());
  }

  private static List<String> subjects(Generator generator) {
    return generator.stream()
        .filter(c -> c.type().equals("RegisterVolunteer.v1"))
        .map(DemoCommand::subject)
        .toList();
  }

  private static JsonNode data(DemoCommand command) {
    return Json.MAPPER.readTree(command.body()).required("data");
  }

  private static Stream<LocalDate> dates(DemoCommand command) {
    return DATE.matcher(new String(command.body(), StandardCharsets.UTF_8))
        .results()
        .map(r -> LocalDate.parse(r.group()));
  }
}
