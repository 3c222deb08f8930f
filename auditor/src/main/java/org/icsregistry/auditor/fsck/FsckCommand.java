package org.icsregistry.auditor.fsck;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.finding.FindingText;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.KafkaConfig;
import org.icsregistry.auditor.source.KafkaSource;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit fsck}. */
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = {
      "For operators: holds the event store against itself, against the topic and against the read models, row by row.",
      "Users and passwords come from AUDIT_REGISTRY_DB_USER, AUDIT_REGISTRY_DB_PASSWORD, AUDIT_PROJECTION_DB_USER and AUDIT_PROJECTION_DB_PASSWORD. Auditors need none of this: `verify` asks for no database."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All agree",
      "1:Something differs; the findings say what",
      "2:Called wrongly",
      "3:A database or the broker could not be read",
      "4:All agree, but events of unknown type were not looked into"
    })
public final class FsckCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--registry-db",
      required = true,
      paramLabel = "JDBC_URL",
      description = "Database of the registry-service, jdbc:postgresql://localhost:5433/registry.")
  private String registryDb = "";

  @Option(
      names = "--projection-db",
      paramLabel = "JDBC_URL",
      description = "Database of the projection-service.")
  private @Nullable String projectionDb;

  @Option(names = "--kafka", paramLabel = "SERVERS", description = "The brokers with registry.log.")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka client, for security.")
  private @Nullable Path kafkaConfig;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Optional<ReadModels> models = Optional.ofNullable(projectionDb).map(FsckCommand::models);
    long size;
    try (Database registry = Database.open(registryDb, "AUDIT_REGISTRY_DB")) {
      size = StoreCheck.size(registry);
      Optional<TopicCopy> topic =
          Optional.ofNullable(kafka)
              .map(servers -> new TopicCopy(KafkaSource.of(client(servers)), size, findings));
      try {
        new StoreCheck(findings, topic, models, new Progress(common.progress(), "Checked", size))
            .run(registry);
        Leftovers.check(registry, findings);
      } finally {
        topic.ifPresent(TopicCopy::close);
      }
    }
    report(findings, size);
    if (findings.alarms() > 0) {
      return ExitCode.ALARM;
    }
    return findings.notices() > 0 ? ExitCode.NOTICE : ExitCode.GOOD;
  }

  private Map<String, Object> client(String servers) {
    try {
      return KafkaConfig.read(servers, kafkaConfig);
    } catch (IOException e) {
      throw new ParameterException(
          requireNonNull(spec).commandLine(),
          "Expected to read the Kafka properties in " + kafkaConfig + ", got " + e);
    }
  }

  /** Before the event store, which is then at least as far. */
  private static ReadModels models(String url) {
    try (Database projection = Database.open(url, "AUDIT_PROJECTION_DB")) {
      return new ReadModels(projection);
    }
  }

  private void report(Findings findings, long size) {
    if (common.json()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("rows", size);
      fields.put("alarms", findings.alarms());
      fields.put("notices", findings.notices());
      fields.put("findings", findings.all().stream().map(FindingText::fields).toList());
      common.print(fields);
      return;
    }
    findings.all().forEach(finding -> common.say(FindingText.text(finding)));
    common.say(
        findings.alarms() > 0
            ? "%d rows, %d alarms".formatted(size, findings.alarms())
            : "%d rows, all agree".formatted(size));
  }
}
