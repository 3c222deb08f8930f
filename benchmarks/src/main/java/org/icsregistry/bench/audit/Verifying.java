package org.icsregistry.bench.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.audit.ReadingProcess.Run;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.contracts.envelope.Json;

/**
 * {@code bin/audit verify} over the log as it is on Kafka, beside a plain read of the same bytes.
 */
public final class Verifying {

  private final SystemUnderTest system;
  private final SignedLog log;
  private final Path policy;

  public Verifying(SystemUnderTest system) {
    this.system = system;
    this.log = new SignedLog(system);
    this.policy = system.file("policy");
  }

  /**
   * One after the other over the same entries.
   *
   * @param entries how many were verified
   */
  public record Turn(long entries, Reading verify, Reading plain) {

    /** How fast verification is, of a plain read. */
    public double ofPlain() {
      return (double) plain.nanos() / verify.nanos();
    }
  }

  /** Time from beginning to read to the end, processor time and largest memory of the process. */
  public record Reading(long nanos, Duration processor, long peakKilobytes) {}

  /** Nothing may be appended meanwhile. */
  public Turn turn() {
    long size = log.awaitPublished();
    writePolicy();
    var plain = plain(size);
    return new Turn(size, verify(size), plain);
  }

  /** Keeps what both read in the memory of the system. */
  public void warmUp() {
    var _ = plain(log.awaitPublished());
  }

  private Reading plain(long size) {
    var run =
        new ReadingProcess("plain read", system.file("plain-read"))
            .run(
                List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    PlainRead.class.getName(),
                    system.bootstrapServers(),
                    Long.toString(size)));
    return reading(run);
  }

  private Reading verify(long size) {
    var run =
        new ReadingProcess("verify", system.file("verify"))
            .run(
                List.of(
                    "-jar",
                    system.program("auditor").toString(),
                    "verify",
                    "--kafka",
                    system.bootstrapServers(),
                    "--policy",
                    policy.toString(),
                    "--json"));
    long verified = Json.MAPPER.readTree(run.output()).required("size").longValue();
    if (verified != size) {
      throw new BenchException(
          "verify: expected %d entries, got %d: %s".formatted(size, verified, run.output()));
    }
    return reading(run);
  }

  private static Reading reading(Run run) {
    return new Reading(run.nanos(), run.processor(), run.peakKilobytes());
  }

  private void writePolicy() {
    try {
      Files.writeString(policy, log.policy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
