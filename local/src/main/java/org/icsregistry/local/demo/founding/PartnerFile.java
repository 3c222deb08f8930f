package org.icsregistry.local.demo.founding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo/partners.json} as it is written; its header explains every field. */
record PartnerFile(
    List<String> about,
    String agreementVersion,
    LocalDate signedOn,
    LocalDate effectiveFrom,
    Map<IssuerCategory, OfCategory> byCategory,
    List<OfPartner> partners) {

  // Unknown names are refused: a misspelt field in a hand-edited file must not be ignored.
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record OfCategory(List<AgreementType> agreements, Policy policy, Map<String, Integer> roles) {}

  record OfPartner(
      String code, @Nullable Transport sendsOver, List<AgreementType> agreements, Policy policy) {}

  record Policy(int statusCheckMonths, List<RecognitionRule> rules) {}

  static PartnerFile read() {
    try (InputStream in = PartnerFile.class.getResourceAsStream("/demo/partners.json")) {
      if (in == null) {
        throw new IllegalStateException("demo/partners.json is not on the class path");
      }
      return MAPPER.readValue(in, PartnerFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("demo/partners.json cannot be read", e);
    }
  }
}
