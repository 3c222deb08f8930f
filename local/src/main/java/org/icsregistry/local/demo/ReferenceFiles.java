package org.icsregistry.local.demo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code reference/} as they are written: lists left out are empty. */
final class ReferenceFiles {

  // Unknown names are refused: a misspelt field in a hand-edited file must not be ignored.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              List.class,
              override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private ReferenceFiles() {}

  static <T> T read(String file, Class<T> shape) {
    try (InputStream in = ReferenceFiles.class.getResourceAsStream("/reference/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "Reference file " + file + " is not on the class path; it belongs under reference/.");
      }
      return MAPPER.readValue(in, shape);
    } catch (IOException e) {
      throw new UncheckedIOException("Reference file " + file + " cannot be read.", e);
    }
  }

  record Organisations(
      List<String> about,
      Map<String, String> sources,
      List<String> demonstrationPartners,
      List<Organisation> organisations) {}

  record Training(
      List<String> about,
      Map<String, String> sources,
      List<Framework> frameworks,
      List<Subject> subjects) {}

  record Framework(String code, String title, Jurisdiction jurisdiction) {}

  record Subject(
      String code,
      String title,
      String framework,
      @Nullable String level,
      @Nullable Integer refreshMonths,
      String refreshSetBy,
      List<String> satisfies,
      boolean portable,
      int typicalDays,
      List<String> sources,
      @Nullable String note,
      List<String> unverified) {}

  record Roles(
      List<String> about,
      Map<String, String> sources,
      Map<String, CheckLine> lines,
      Map<String, List<String>> bundles,
      List<Role> roles) {}

  record Role(
      String code,
      String title,
      EngagementMode mode,
      boolean remote,
      int minAge,
      @Nullable Integer maxAge,
      List<String> under18,
      ActivityCategory activity,
      List<String> checks,
      List<String> training,
      List<String> sources,
      @Nullable String notes,
      List<String> unverified) {}

  record Codes(List<String> about, List<CodeList> lists) {}
}
