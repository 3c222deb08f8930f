package org.icsregistry.auditor.fsck;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
      "Users and passwords come from AUDIT_REGISTRY_DB_USER, AUDIT_REGISTRY_DB_PASSWORD, and likewise AUDIT_PROJECTION_DB_… and AUDIT_ONBOARDING_DB_…; those of the owner roles, because the applications may not look into the table of keys. Auditors need none of this: `verify` asks for no database."
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

  @Option(
      names = "--onboarding-db",
      paramLabel = "JDBC_URL",
      description = "Database of the onboarding-service; looked into for planted words only.")
  private @Nullable String onboardingDb;

  @Option(names = "--kafka", paramLabel = "SERVERS", description = "The brokers with registry.log.")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka client, for security.")
  private @Nullable Path kafkaConfig;

  @Option(
      names = "--planted",
      paramLabel = "FILE",
      description = {
        "Words that only the data of a forgotten person contain, one per line; - reads them from standard input.",
        "Every table of the databases, every topic and every file under --files is searched for them."
      })
  private @Nullable Path planted;

  @Option(
      names = "--files",
      paramLabel = "PATH",
      description = "Log files, stores of mail, exports to search for planted words.")
  private List<Path> files = List.of();

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
    if (planted != null) {
      search(PlantedWords.read(planted), findings);
    }
    report(findings, size);
    if (findings.alarms() > 0) {
      return ExitCode.ALARM;
    }
    return findings.notices() > 0 ? ExitCode.NOTICE : ExitCode.GOOD;
  }

  private void search(PlantedWords words, Findings findings) {
    PlantedScan scan = new PlantedScan(words);
    search(scan, "registry", registryDb, "AUDIT_REGISTRY_DB");
    search(scan, "projection", projectionDb, "AUDIT_PROJECTION_DB");
    search(scan, "onboarding", onboardingDb, "AUDIT_ONBOARDING_DB");
    if (kafka != null) {
      new PlantedTopics(client(kafka), scan).read();
    }
    new PlantedFiles(scan).read(files);
    scan.report(findings);
  }

  private static void search(
      PlantedScan scan, String name, @Nullable String url, String variables) {
    if (url != null) {
      try (Database database = Database.open(url, variables)) {
        scan.database(name, database);
      }
    }
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
