package org.icsregistry.bench.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time used so far, by process. */
final class ProcessorTime {

  private ProcessorTime() {}

  static Map<String, Duration> of(List<ServiceProcess> processes, ProcessHandle database) {
    var times = new TreeMap<String, Duration>();
    processes.forEach(process -> times.put(process.name(), of(process.handle())));
    times.put(
        "postgres",
        Stream.concat(Stream.of(database), database.descendants())
            .map(ProcessorTime::of)
            .reduce(Duration.ZERO, Duration::plus));
    times.put("client", of(ProcessHandle.current()));
    return times;
  }

  private static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
