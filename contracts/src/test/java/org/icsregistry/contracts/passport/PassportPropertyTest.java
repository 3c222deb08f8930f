package org.icsregistry.contracts.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.fixtures.Property;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.junit.jupiter.api.Test;

class PassportPropertyTest {

  @Test
  void anyOrderOfIndependentEvents_givesTheSameContent() {
    Property.forAll(
        200,
        random -> {
          var history = new History(random);
          assertThat(Content.of(fold(empty(), history.woven(random))))
              .isEqualTo(Content.of(fold(empty(), history.woven(random))));
        });
  }

  @Test
  void anySplitIntoBatches_givesTheSamePassport() {
    Property.forAll(
        200,
        random -> {
          var entries = new History(random).woven(random);
          var passport = empty();
          int from = 0;
          while (from < entries.size()) {
            int to = Math.min(entries.size(), from + 1 + random.nextInt(12));
            passport = stored(fold(passport, entries.subList(from, to)));
            from = to;
          }
          assertThat(passport).isEqualTo(fold(empty(), entries));
        });
  }

  @Test
  void foldingTwice_isFoldingOnce() {
    Property.forAll(
        200,
        random -> {
          var entries = new History(random).woven(random);
          var once = fold(empty(), entries);
          var stuttering = empty();
          for (var entry : entries) {
            stuttering = stuttering.evolve(entry).evolve(entry);
          }
          assertThat(stuttering).isEqualTo(once);
          int again = random.nextInt(entries.size());
          assertThat(fold(once, entries.subList(again, entries.size()))).isEqualTo(once);
        });
  }

  @Test
  void histories_coverEveryEventAboutAPerson() {
    var seen = new HashSet<Class<?>>();
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      new History(random).woven(random).forEach(e -> seen.add(e.data().getClass()));
    }
    var aboutPersons = new HashSet<Class<?>>(Set.copyOf(MessageTypes.EVENTS.values()));
    aboutPersons.removeIf(t ->
        PartnerEvent.class.isAssignableFrom(t)
            || OpportunityEvent.class.isAssignableFrom(t)
            || RoleEvent.class.isAssignableFrom(t)
            || SurgeEvent.class.isAssignableFrom(t)
            || ProgrammeEvent.class.isAssignableFrom(t));
    assertThat(seen).isEqualTo(aboutPersons);
  }

  private static Passport empty() {
    return Passport.empty(History.PERSON);
  }

  private static Passport fold(Passport passport, List<RecordedEvent> entries) {
    var state = passport;
    for (var entry : entries) {
      state = state.evolve(entry);
    }
    return state;
  }

  /** As a projection keeps it between two batches. */
  private static Passport stored(Passport passport) {
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(passport), Passport.class);
  }
}
