package org.icsregistry.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix as people read it, and what must hold of it whatever else changes. */
class MatrixTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "security.md");

  @Test
  void document_showsTheMatrix_asItIs() throws IOException {
    assertThat(Files.readString(DOCUMENT, UTF_8)).contains(table());
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void stranger_seesNothingOfAPerson(Right right) {
    var aboutAPerson = Set.of(Right.SEE_PERSON, Right.SEE_DETAILS, Right.SEE_HISTORY);
    for (var office : Set.of(Office.PARTNER, Office.COORDINATOR, Office.VOLUNTEER)) {
      assertThat(aboutAPerson.contains(right) && Access.allows(office, right, Bond.NONE)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"LEAD", "AUDITOR", "OPERATOR", "ADMINISTRATOR"})
  void overseers_neverSeeWhoSomebodyIs(Office office) {
    for (var bond : Bond.values()) {
      assertThat(Access.allows(office, Right.SEE_PERSON, bond)).isFalse();
      assertThat(Access.allows(office, Right.SEE_DETAILS, bond)).isFalse();
      assertThat(Access.allows(office, Right.OPEN_KEYS, bond)).isFalse();
    }
  }

  @Test
  void nobody_speaksForAnotherOrganisation() {
    for (var office : Office.values()) {
      for (var bond : Set.of(Bond.NONE, Bond.LINKED, Bond.GRANTED, Bond.SELF)) {
        assertThat(Access.allows(office, Right.SEND_COMMANDS, bond)).isFalse();
      }
    }
  }

  @Test
  void unknownRole_givesNoRight() {
    var caller = new Caller("RBV", Set.of("superuser", "PARTNER"), "somebody", null);

    for (var right : Right.values()) {
      assertThat(Access.everAllows(caller, right)).isFalse();
    }
  }

  @Test
  void refusal_saysWhatIsNeeded() {
    var caller = new Caller("RBV", Set.of("coordinator"), "somebody", null);

    assertThatThrownBy(() -> Access.require(caller, Right.OPERATE, Bond.OWN))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem().code()).isEqualTo(ProblemCode.NOT_ALLOWED);
              assertThat(refusal.problem().expected()).contains("rebuild read models");
            });
  }

  private static String table() {
    var head =
        "| Right | "
            + Arrays.stream(Office.values()).map(MatrixTest::title).collect(joining(" | "))
            + " |\n|---|"
            + "---|".repeat(Office.values().length);
    return head + "\n" + Arrays.stream(Right.values()).map(MatrixTest::row).collect(joining("\n"));
  }

  private static String row(Right right) {
    return "| "
        + right.words()
        + " | "
        + Arrays.stream(Office.values()).map(o -> cell(o, right)).collect(joining(" | "))
        + " |";
  }

  private static String cell(Office office, Right right) {
    var bonds = Arrays.stream(Bond.values()).filter(b -> Access.allows(office, right, b)).toList();
    if (bonds.size() == Bond.values().length) {
      return "yes";
    }
    return bonds.isEmpty()
        ? "–"
        : bonds.stream().map(b -> b.name().toLowerCase(Locale.ROOT)).collect(joining(", "));
  }

  private static String title(Office office) {
    return office.claim();
  }
}
