package org.icsregistry.projection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailStandingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String WITNESSES = "'witnesses':[{'name':'RBV'},{'name':'R0A'}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'signed':{'size':8,'at':'2026-11-22T11:59:50Z'},'cosigned':{'size':8,'at':'2026-11-22T11:59:59Z','by':['RBV','R0A']}"
            + "|Signed up to entry 7, cosigned by 2 of 2 witnesses, 1 second ago.",
        "'signed':{'size':9,'at':'2026-11-22T11:59:00Z'},'cosigned':{'size':8,'at':'2026-11-22T09:30:00Z','by':['RBV']}"
            + "|Signed up to entry 8, 60 seconds ago, not yet cosigned. Cosigned up to entry 7 by 1 of 2 witnesses, 2 hours ago.",
        "'signed':{'size':9,'at':'2026-11-22T11:55:00Z'}"
            + "|Signed up to entry 8, 5 minutes ago, not yet cosigned.",
      })
  void sentence_saysWhoVouchesForWhat(String parts, String sentence) {
    assertThat(said("{" + parts + "," + WITNESSES + "}")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'witnesses':[]}|Nothing is signed yet.",
        "{'signed':{'size':1,'at':'2026-11-17T11:00:00Z'},'witnesses':[]}"
            + "|Signed up to entry 0, 5 days ago. This log has no witnesses.",
      })
  void sentence_isHonest_withoutWitnesses(String status, String sentence) {
    assertThat(said(status)).isEqualTo(sentence);
  }

  private static String said(String json) {
    return TrailStanding.sentence(Json.MAPPER.readTree(json.replace('\'', '"')), NOW);
  }
}
