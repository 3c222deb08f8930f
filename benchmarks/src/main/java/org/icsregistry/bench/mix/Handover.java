package org.icsregistry.bench.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * People on their way from one partner to the next, who may be handed over only when all they did
 * is answered.
 */
final class Handover {

  private final Map<String, Queue<String>> arriving = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> ready = new ConcurrentHashMap<>();

  void finished(String organisation, String volunteer) {
    at(arriving, nextPartner(organisation)).add(volunteer);
  }

  @Nullable String next(String organisation) {
    return at(ready, organisation).poll();
  }

  /** Every command so far is answered. */
  void settled() {
    arriving.forEach((organisation, people) -> {
      List<String> all = new ArrayList<>(people);
      people.clear();
      at(ready, organisation).addAll(all);
    });
  }

  private static String nextPartner(String organisation) {
    int next = Founding.PARTNERS.indexOf(organisation) + 1;
    return Founding.PARTNERS.get(next % Founding.PARTNERS.size());
  }

  private static Queue<String> at(Map<String, Queue<String>> people, String organisation) {
    return people.computeIfAbsent(organisation, _ -> new ConcurrentLinkedQueue<>());
  }
}
