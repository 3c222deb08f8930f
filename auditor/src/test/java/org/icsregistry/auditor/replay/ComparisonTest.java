package org.icsregistry.auditor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.auditor.replay.Comparison.Difference;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComparisonTest {
  @Test
  void comparison_findsNothing_whereOnlyOrderAndNullsDiffer() {
    assertThat(Comparison.of(json("{'a':1,'b':null}"), json("{'c':null,'a':1}"))).isEmpty();
  }

  @Test
  void comparison_namesEveryPlace() {
    assertThat(
            Comparison.of(
                json("{'checks':[{'id':'x','day':'2026-01-01'},{'id':'y'}],'n':1}"),
                json("{'checks':[{'id':'x','day':'2026-01-02'}],'n':1,'more':true}")))
        .containsExactly(
            new Difference("/checks/0/day", "\"2026-01-01\"", "\"2026-01-02\""),
            new Difference("/checks/1", "{\"id\":\"y\"}", "nothing"),
            new Difference("/more", "nothing", "true"));
  }

  @Test
  void comparison_leavesOut_whatAnAuditorIsNotShown() {
    assertThat(Comparison.of(json("{}"), json("{'progress':[1]}"))).isEmpty();
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
