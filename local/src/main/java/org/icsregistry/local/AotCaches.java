package org.icsregistry.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The caches of loaded and linked classes that let a Java program start in a third of the time (JEP
 * 483 and 514). One is valid for one JDK and one class path; a JVM that finds it unfit says so in
 * its log and starts without.
 *
 * @param training whether programs without a cache shall write one when they end, which takes them
 *     many seconds
 */
record AotCaches(boolean training) {

  List<String> flags(Path cache) {
    if (Files.exists(cache)) {
      return List.of("-XX:AOTCache=" + cache);
    }
    // The simple compiler alone: profiles of a short run send the big one to work during the next
    // start.
    return training ? List.of("-XX:AOTCacheOutput=" + cache, "-XX:TieredStopAtLevel=1") : List.of();
  }
}
