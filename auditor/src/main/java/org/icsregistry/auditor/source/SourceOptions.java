package org.icsregistry.auditor.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the log is. */
public final class SourceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The log over HTTP, such as http://localhost:8081/log.")
  private @Nullable URI url;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "The log in a folder that `audit export` made.")
  private @Nullable Path folder;

  @Option(
      names = "--kafka",
      paramLabel = "SERVERS",
      description = "The log on Kafka: bootstrap servers, such as localhost:9092.")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka client, for security.")
  private @Nullable Path kafkaConfig;

  @Mixin private final CredentialOptions credentials = new CredentialOptions();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** The files of the log, if there is a place with files. */
  public Optional<TiledSource> tiled() {
    if (url != null && folder != null) {
      throw wrong("Expected --url or --folder, got both; run the command once for each");
    }
    if (url != null) {
      return Optional.of(TiledSource.http(url, credentials.credentials()));
    }
    return Optional.ofNullable(folder).map(TiledSource::folder);
  }

  /** The log on Kafka, if asked for. */
  public Optional<KafkaSource> kafka() {
    return Optional.ofNullable(kafka).map(servers -> KafkaSource.of(properties(servers)));
  }

  /** All sources, at least one. */
  public List<LogSource> all() {
    List<LogSource> all = new ArrayList<>();
    tiled().ifPresent(all::add);
    kafka().ifPresent(all::add);
    if (all.isEmpty()) {
      throw wrong("Expected where the log is, got nothing: add --url, --folder or --kafka");
    }
    return all;
  }

  /** With what to sign in, for other addresses of the same ICS. */
  public Credentials credentials() {
    return credentials.credentials();
  }

  private Map<String, Object> properties(String servers) {
    try {
      return KafkaConfig.read(servers, kafkaConfig);
    } catch (IOException e) {
      throw wrong("Expected to read the Kafka properties in " + kafkaConfig + ", got " + e);
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
