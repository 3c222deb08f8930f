package org.icsregistry.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.icsregistry.bench.AuditFigures.Checkpointing;
import org.icsregistry.bench.AuditFigures.Program;
import org.icsregistry.bench.AuditFigures.Proof;
import org.icsregistry.bench.AuditFigures.Verify;
import org.junit.jupiter.api.Test;

class AuditReportTest {

  private static final Verify VERIFY =
      new Verify(100_000, 0.8, new Program(5, 14, 300), new Program(4, 4.5, 200));
  private static final Proof PROOF = new Proof(100_000, 5_000, 1.2, 4.5);
  private static final Checkpointing CHECKPOINTING =
      new Checkpointing(100_000, 150_000, 8_000, 8_100, 0.012, 260, 257);

  @Test
  void everyMeasurementHasItsRow() {
    assertThat(markdown(new AuditFigures(VERIFY, PROOF, CHECKPOINTING)))
        .contains("| 100,000 | plain read and SHA-256 | 250,000 | 1.00 | 4.00 | 4.50 | 200 MB |")
        .contains("| 100,000 | `bin/audit verify` | 200,000 | 0.80 | 5.00 | 14.00 | 300 MB |")
        .contains("| 100,000 | 5,000 | 1.2 ms | 4.5 ms |")
        .contains("| 100,000–150,000 | 8,000 | 8,100 | 1.2 % | 260.0 | 257.0 |");
  }

  @Test
  void whatWasNotMeasured_hasNoTable() {
    assertThat(markdown(new AuditFigures(null, PROOF, null)))
        .contains("proof, p99")
        .doesNotContain("plain read", "cost of signing", "PostgreSQL");
    assertThat(markdown(new AuditFigures(null, null, null))).doesNotContain("|");
  }

  private static String markdown(AuditFigures figures) {
    var size = new Figures(100_000, 100_000, Map.of(), null, figures, null, null);
    return new Report(
            "a machine", Map.of(), List.of(size), new JourneyFigures(null, null), null, null)
        .markdown();
  }
}
