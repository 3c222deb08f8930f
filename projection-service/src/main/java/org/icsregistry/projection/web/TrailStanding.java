package org.icsregistry.projection.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.kit.keys.RegistryAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One sentence about how far the log is signed and cosigned, from the registry's open {@code GET
 * /log/status}. For orientation: whoever wants certainty verifies the checkpoint. The page never
 * waits long for it.
 */
@Component
class TrailStanding {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final String UNKNOWN =
      "How far the log is signed and cosigned is not known at this moment.";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpRequest question;
  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(@Nullable JsonNode status, Instant at) {}

  TrailStanding(RegistryAccess registry, Clock clock) {
    this.question =
        HttpRequest.newBuilder(URI.create(registry.url() + "/log/status"))
            .timeout(PATIENCE)
            .build();
    this.clock = clock;
  }

  /** The sentence. */
  String sentence() {
    var now = clock.instant();
    var before = known;
    if (before == null || before.at().plus(FRESH).isBefore(now)) {
      before = new Known(ask(), now);
      known = before;
    }
    return before.status() == null ? UNKNOWN : sentence(before.status(), now);
  }

  private @Nullable JsonNode ask() {
    try {
      var answer = http.send(question, BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 ? Json.MAPPER.readTree(answer.body()) : null;
    } catch (IOException | JacksonException away) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  static String sentence(JsonNode status, Instant now) {
    var signed = status.path("signed");
    var cosigned = status.path("cosigned");
    if (signed.isMissingNode()) {
      return "Nothing is signed yet.";
    }
    var signedUpTo = "Signed up to entry " + last(signed);
    if (status.path("witnesses").isEmpty()) {
      return signedUpTo + ", " + ago(signed, now) + ". This log has no witnesses.";
    }
    if (cosigned.isMissingNode()) {
      return signedUpTo + ", " + ago(signed, now) + ", not yet cosigned.";
    }
    var by =
        "%d of %d witnesses".formatted(cosigned.path("by").size(), status.path("witnesses").size());
    return last(cosigned) == last(signed)
        ? "%s, cosigned by %s, %s.".formatted(signedUpTo, by, ago(cosigned, now))
        : "%s, %s, not yet cosigned. Cosigned up to entry %d by %s, %s."
            .formatted(signedUpTo, ago(signed, now), last(cosigned), by, ago(cosigned, now));
  }

  /** A tree of one entry ends at entry 0. */
  private static long last(JsonNode checkpoint) {
    return checkpoint.required("size").asLong() - 1;
  }

  private static String ago(JsonNode checkpoint, Instant now) {
    var at = Instant.parse(checkpoint.required("at").stringValue());
    long seconds = Math.max(0, Duration.between(at, now).toSeconds());
    if (seconds < 120) {
      return counted(seconds, "second");
    }
    long minutes = seconds / 60;
    if (minutes < 120) {
      return counted(minutes, "minute");
    }
    long hours = minutes / 60;
    return hours < 48 ? counted(hours, "hour") : counted(hours / 24, "day");
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s") + " ago";
  }
}
