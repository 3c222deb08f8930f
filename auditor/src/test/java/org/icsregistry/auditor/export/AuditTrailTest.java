package org.icsregistry.auditor.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain            | "plain"
          =HYPERLINK("x")  | "'=HYPERLINK(""x"")"
          +441632960001    | "'+441632960001"
          -1               | "'-1"
          @SUM(A1)         | "'@SUM(A1)"
          a=b              | "a=b"
          a,b              | "a,b"
          """)
  void cell_isNeverAFormula(String value, String cell) {
    assertThat(AuditTrail.cell(value)).isEqualTo(cell);
  }
}
