package org.icsregistry.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.fixtures.Arbitrary;
import org.icsregistry.contracts.fixtures.Property;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentPropertyTest {

  private static final List<String> SUBJECTS =
      List.of("CSTF_FIRE", "CSTF_SGA1", "CSTF_SGA2", "LOCAL_INDUCTION");

  private static final List<String> ISSUERS = List.of("RBV", "RM3", "RW3");

  @Test
  void moreEvidence_neverAddsAGap() {
    Property.forAll(
        3000,
        random -> {
          var question = new Question(random);
          var few = question.items(random.nextInt(4));
          var more = question.items(random.nextInt(4));
          var before = question.assess(few);
          var after = question.assess(few.plus(more));
          for (int i = 0; i < before.size(); i++) {
            if (before.get(i).status().satisfied()) {
              assertThat(after.get(i).status().satisfied()).as("%s", before.get(i)).isTrue();
            }
          }
          assertThat(Assessment.clears(after) || !Assessment.clears(before)).isTrue();
        });
  }

  @Test
  void order_neverMatters() {
    Property.forAll(
        3000,
        random -> {
          var question = new Question(random);
          var items = question.items(6);
          assertThat(question.assess(items.shuffled(random))).isEqualTo(question.assess(items));
        });
  }

  @Test
  void until_isTheLastDayOnWhichTheItemStillDoes() {
    Property.forAll(
        3000,
        random -> {
          var question = new Question(random);
          var items = question.items(1);
          for (var requirement : question.assess(items)) {
            if (requirement.status() instanceof Met met && met.until() != null) {
              var line = requirement.line();
              assertThat(question.on(met.until()).assess(line, items).satisfied()).isTrue();
              assertThat(question.on(met.until().plusDays(1)).assess(line, items).satisfied())
                  .isFalse();
            }
          }
        });
  }

  /** What somebody holds. */
  private record Items(List<HeldCheck> checks, List<HeldTraining> trainings) {

    Items plus(Items more) {
      var allChecks = new ArrayList<>(checks);
      allChecks.addAll(more.checks);
      var allTrainings = new ArrayList<>(trainings);
      allTrainings.addAll(more.trainings);
      return new Items(allChecks, allTrainings);
    }

    Items shuffled(Random random) {
      var copy = plus(new Items(List.of(), List.of()));
      Collections.shuffle(copy.checks, random);
      Collections.shuffle(copy.trainings, random);
      return copy;
    }
  }

  /** A random role, policy and day, with items that often nearly fit. */
  private static final class Question {

    private final Random random;
    private final Arbitrary any;
    private final RoleProfile role;
    private final RecognitionPolicy policy;
    private final LocalDate birth;
    private LocalDate on;
    private int nextId;

    Question(Random random) {
      this.random = random;
      this.any = new Arbitrary(random);
      this.on = Given.TODAY;
      this.birth = Given.TODAY.minusDays(random.nextInt(365 * 90));
      this.role = new RoleProfile("RBV.WARD_HELPER", 1, "Ward helper", lines());
      this.policy =
          new RecognitionPolicy(
              "RBV", 1, on, some(any.oneOf(0, 1, 3), this::rule), 1 + random.nextInt(12));
    }

    Question on(LocalDate day) {
      on = day;
      return this;
    }

    List<Requirement> assess(Items items) {
      var holdings = new Holdings(birth, items.checks(), items.trainings());
      return Assessment.assess(role, policy, holdings, on);
    }

    RequirementStatus assess(RequirementLine line, Items items) {
      var one = new RoleProfile(role.roleId(), 1, role.title(), List.of(line));
      var holdings = new Holdings(birth, items.checks(), items.trainings());
      return Assessment.assess(one, policy, holdings, on).getFirst().status();
    }

    Items items(int count) {
      return new Items(some(count, this::check), some(count, this::training));
    }

    private List<RequirementLine> lines() {
      var lines = new ArrayList<RequirementLine>();
      for (var check : List.of(CheckCode.DBS, CheckCode.IDENTITY, CheckCode.REFERENCES)) {
        lines.add(
            Given.line(
                check,
                maybe(level(check)),
                maybe(level(check)),
                maybe(any.oneOf(Workforce.values())),
                maybe(any.oneOf(BarredLists.values())),
                maybe(1 + random.nextInt(2)),
                maybe(1 + random.nextInt(36))));
      }
      SUBJECTS.forEach(
          s -> lines.add(Given.training(s, maybe(12), any.chance(80), any.oneOf(SUBJECTS))));
      lines.add(Given.age(maybe(16), maybe(80)));
      return lines;
    }

    private RecognitionRule rule() {
      return new RecognitionRule(
          any.oneOf("*", "DBS", "CSTF_*", "CSTF_FIRE", "IDENTITY"),
          some(2, () -> any.oneOf(IssuerCategory.NHS_TRUST, IssuerCategory.HOSPICE)),
          maybe(List.of(any.oneOf(ISSUERS))),
          maybe(List.of(any.oneOf(ISSUERS))),
          maybe(1 + random.nextInt(36)),
          any.chance(40),
          maybe(level(CheckCode.IDENTITY)));
    }

    private HeldCheck check() {
      var check = any.oneOf(CheckCode.DBS, CheckCode.IDENTITY, CheckCode.REFERENCES);
      var item =
          HeldItem.aCheck(check)
              .id("item-" + nextId++)
              .by(any.oneOf(ISSUERS), any.oneOf(IssuerCategory.NHS_TRUST, IssuerCategory.HOSPICE))
              .completedOn(Given.TODAY.minusDays(random.nextInt(-5, 900)))
              .level(level(check))
              .workforce(any.oneOf(Workforce.values()))
              .lists(any.oneOf(BarredLists.values()))
              .count(random.nextInt(3))
              .onUpdateService(any.chance(80), any.chance(80))
              .withdrawn(any.chance(10));
      if (any.chance(20)) {
        item.outcome(any.oneOf(CheckOutcome.values()));
      }
      if (any.chance(30)) {
        item.validUntil(Given.TODAY.plusDays(random.nextInt(-5, 300)));
      }
      if (any.chance(50)) {
        item.statusChecked(
            Given.TODAY.minusDays(random.nextInt(200)), any.oneOf(StatusResult.values()));
      }
      return any.chance(5) ? item.erased().build() : item.build();
    }

    private HeldTraining training() {
      return HeldItem.aTraining(any.oneOf(SUBJECTS))
          .id("item-" + nextId++)
          .by(any.oneOf(ISSUERS), any.oneOf(IssuerCategory.NHS_TRUST, IssuerCategory.HOSPICE))
          .completedOn(Given.TODAY.minusDays(random.nextInt(-5, 900)))
          .evidence(any.oneOf(EvidenceType.values()))
          .build();
    }

    private CheckLevel level(CheckCode check) {
      return check == CheckCode.DBS
          ? any.oneOf(CheckLevel.BASIC, CheckLevel.ENHANCED, CheckLevel.ENHANCED_BARRED)
          : any.oneOf(CheckLevel.LOW, CheckLevel.MEDIUM, CheckLevel.HIGH);
    }

    private <T> @Nullable T maybe(T value) {
      return any.chance(40) ? value : null;
    }

    private static <T> List<T> some(int count, Supplier<T> one) {
      return IntStream.range(0, count).mapToObj(_ -> one.get()).toList();
    }
  }
}
