package org.icsregistry.contracts.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapping of the published language. No default typing. Reading ignores fields it does
 * not know, so that old readers outlive new optional fields, and refuses records with holes.
 */
public final class Json {

  /** Depth and length are bounded because commands come from outside. */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(70_000)
          .maxNameLength(200)
          .build();

  public static final JsonMapper MAPPER =
      mapper(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));

  /**
   * The same for folded states, in half the time. The names in them are ids, nearly none of which
   * is ever met again; the usual reader remembers every name, to meet it sooner the next time. What
   * the registry wrote itself has no member twice.
   */
  public static final JsonMapper STATES =
      mapper(JsonFactory.builder().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES));

  private Json() {}

  private static JsonMapper mapper(JsonFactoryBuilder factory) {
    return JsonMapper.builder(factory.streamReadConstraints(BOUNDS).build())
        .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .annotationIntrospector(
            AnnotationIntrospector.pair(
                new JacksonAnnotationIntrospector(), new RequiredComponents()))
        .build();
  }
}
