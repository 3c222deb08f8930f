package org.icsregistry.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.bench.load.HttpCommands;
import org.icsregistry.bench.load.KafkaCommands;
import org.icsregistry.bench.load.Load;
import org.icsregistry.bench.load.RawPostgres;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

public final class Bench {
  public static void main(String[] args) throws Exception {
    var home = Path.of(System.getProperty("icsregistry.home", "."));
    int rounds = Integer.getInteger("rounds", 3);
    int seconds = Integer.getInteger("seconds", 4);
    var today = LocalDate.now(ZoneOffset.UTC);
    var flags = System.getProperty("flags", "");
    try (var system =
        SystemUnderTest.start(
            home, flags.isEmpty() ? List.of() : List.of(flags.split(" ")), Service.REGISTRY)) {
      new Founder(system).send(Founding.commands(today));
      var loads = new ArrayList<Load>();
      var want =
          List.of(
              System.getProperty("want", "raw-pg,kafka-intake,http-batch,http-single").split(","));
      if (want.contains("raw-pg"))
        loads.add(new RawPostgres(system.database(Service.REGISTRY), 900));
      if (want.contains("kafka-intake"))
        loads.add(new KafkaCommands(system, 64, new Mix(1, today)));
      if (want.contains("http-batch"))
        loads.add(new HttpCommands("http-batch", system, 8, 250, new Mix(2, today)));
      if (want.contains("http-single"))
        loads.add(new HttpCommands("http-single", system, 64, 1, new Mix(3, today)));
      for (int r = 0; r < rounds; r++) {
        var line = new StringBuilder();
        double raw = 0;
        for (var load : loads) {
          var before = system.processorTime();
          var rate = load.run(Duration.ofSeconds(seconds));
          var after = system.processorTime();
          var cost = new java.util.TreeMap<String, Long>();
          after.forEach((k, v) ->
              cost.put(
                  k, v.minus(before.get(k)).toNanos() / 1000 / Math.max(1, rate.operations())));
          cost.put("total", cost.values().stream().mapToLong(x -> x).sum());
          System.out.println(
              "   " + load.name() + " " + (long) rate.perSecond() + "/s  us per op " + cost);
          if (load.name().equals("raw-pg")) raw = rate.perSecond();
          line.append(
              "%s %.0f (%.2f)  ".formatted(load.name(), rate.perSecond(), rate.perSecond() / raw));
        }
        System.out.println(line);
      }
      loads.forEach(Load::close);
    }
  }
}
