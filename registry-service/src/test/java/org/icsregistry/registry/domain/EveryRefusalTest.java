package org.icsregistry.registry.domain;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.ALREADY_ACKNOWLEDGED;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;

import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icsregistry.contracts.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that a rule can give, reached by a command that breaks just that rule. */
class EveryRefusalTest {

  /** One way to a refusal. */
  record Way(ProblemCode code, String when, Function<World, ProblemCode> send) {
    @Override
    public String toString() {
      return code + " when " + when;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
            PartnerWays.all(),
            SignatureWays.all(),
            RoleWays.all(),
            PersonWays.all(),
            ItemWays.all(),
            ClearanceWays.all(),
            EngagementWays.all(),
            JourneyWays.all(),
            SharingWays.all(),
            LookWays.all(),
            SurgeWays.all(),
            PassportWays.all(),
            OpportunityWays.all(),
            BypassWays.all(),
            MergeWays.all(),
            SuccessionWays.all(),
            ErasureWays.all(),
            ProgrammeWays.all())
        .flatMap(Function.identity());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aBrokenRuleIsRefusedUnderItsName(Way way) {
    assertThat(way.send().apply(new World())).isEqualTo(way.code());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatIsInMemory_changesNoDecision(Way way) {
    assertThat(way.send().apply(World.remembersNothing())).isEqualTo(way.code());
  }

  @Test
  void noCodeOfTheDomainIsUnreached() {
    var reached =
        ways().map(Way::code).collect(toCollection(() -> EnumSet.noneOf(ProblemCode.class)));
    assertThat(reached).containsExactlyElementsOf(EnumSet.range(HOST_ONLY, ALREADY_ACKNOWLEDGED));
  }
}
