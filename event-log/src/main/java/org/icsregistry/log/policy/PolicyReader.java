package org.icsregistry.log.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.icsregistry.log.LogException;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy line by line (C2SP tlog-policy, Policy file syntax and structure). Octets are held
 * as characters of the same number, because names are compared as octets.
 */
final class PolicyReader {
  private static final Pattern WHITESPACE = Pattern.compile("[ \t]+");
  private static final Pattern EDGES = Pattern.compile("^[ \t]+|[ \t]+$");
  private static final String NONE = "none";

  // The specification asks for 32 of each.
  private static final int MOST_OF_A_KIND = 256;

  final List<TlogPolicy.Log> logs = new ArrayList<>();
  final List<TlogPolicy.Witness> witnesses = new ArrayList<>();
  private final Map<String, Quorum> defined = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private int quorums;
  private int line;
  private @Nullable Quorum quorum;

  void read(byte[] file) {
    for (String text : new String(file, ISO_8859_1).split("\n", -1)) {
      line++;
      if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
        throw new PolicyException.ControlCharacter(line);
      }
      String trimmed = EDGES.matcher(text).replaceAll("");
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        readLine(Arrays.asList(WHITESPACE.split(trimmed, -1)));
      }
    }
  }

  private void readLine(List<String> items) {
    switch (items.getFirst()) {
      case "log" -> readLog(items);
      case "witness" -> readWitness(items);
      case "group" -> readGroup(items);
      case "quorum" -> readQuorum(items);
      default ->
          throw new PolicyException.MalformedLine(
              line, "log, witness, group or quorum, and what belongs to it");
    }
  }

  private void readLog(List<String> items) {
    checkForm(items.size() == 2 || items.size() == 3, "log <vkey> [<url>]");
    VerifierKey key = key(items.get(1), CheckpointVerifiers::ofLog);
    boolean known =
        logs.stream().anyMatch(log -> Arrays.equals(log.key().publicKey(), key.publicKey()));
    checkNew(known, logs.size());
    logs.add(new TlogPolicy.Log(key, url(items, 2)));
  }

  private void readWitness(List<String> items) {
    checkForm(items.size() == 3 || items.size() == 4, "witness <name> <vkey> [<url>]");
    VerifierKey key = key(items.get(2), CheckpointVerifiers::ofWitness);
    boolean known =
        witnesses.stream()
            .anyMatch(other -> Arrays.equals(other.key().publicKey(), key.publicKey()));
    checkNew(known, witnesses.size());
    define(items.get(1), new Quorum.One(items.get(1)));
    witnesses.add(new TlogPolicy.Witness(items.get(1), key, url(items, 3)));
  }

  private void readGroup(List<String> items) {
    checkForm(items.size() >= 4, "group <name> all|any|<k> <name>...");
    if (defined.size() - witnesses.size() >= MOST_OF_A_KIND) {
      throw new PolicyException.TooManyLines(line, MOST_OF_A_KIND);
    }
    List<Quorum> group = items.subList(3, items.size()).stream().map(this::member).toList();
    define(items.get(1), new Quorum.Group(threshold(items.get(2), group.size()), group));
  }

  private void readQuorum(List<String> items) {
    checkForm(items.size() == 2, "quorum <name>|none");
    quorums++;
    quorum = items.get(1).equals(NONE) ? new Quorum.None() : defined(items.get(1));
  }

  /** The one quorum of the policy. */
  Quorum quorum() {
    if (quorum == null || quorums != 1) {
      throw new PolicyException.NotOneQuorum(quorums);
    }
    return quorum;
  }

  private Quorum member(String name) {
    Quorum member = defined(name);
    if (!members.add(name)) {
      throw new PolicyException.MemberTwice(line);
    }
    return member;
  }

  private Quorum defined(String name) {
    Quorum found = defined.get(name);
    if (found == null) {
      throw new PolicyException.UnknownName(line);
    }
    return found;
  }

  private void define(String name, Quorum meaning) {
    if (name.equals(NONE) || defined.putIfAbsent(name, meaning) != null) {
      throw new PolicyException.NameTaken(line);
    }
  }

  private int threshold(String text, int size) {
    return switch (text) {
      case "all" -> size;
      case "any" -> 1;
      default -> {
        long number = Strict.decimal(text).orElse(0);
        if (number < 1 || number > size) {
          throw new PolicyException.ThresholdOutOfRange(line, size);
        }
        yield (int) number;
      }
    };
  }

  /** Keys are notes' keys and therefore UTF-8, unlike the rest of the file. */
  private VerifierKey key(String octets, Function<VerifierKey, NoteVerifier> use) {
    String text =
        Strict.utf8(octets.getBytes(ISO_8859_1))
            .orElseThrow(() -> new PolicyException.MalformedLine(line, "a key in UTF-8"));
    try {
      VerifierKey key = VerifierKey.parse(text);
      return use.apply(key).key();
    } catch (LogException e) {
      throw new PolicyException.UnusableKey(line, e);
    }
  }

  private void checkNew(boolean known, int count) {
    if (known) {
      throw new PolicyException.DuplicateKey(line);
    }
    if (count >= MOST_OF_A_KIND) {
      throw new PolicyException.TooManyLines(line, MOST_OF_A_KIND);
    }
  }

  private void checkForm(boolean fits, String form) {
    if (!fits) {
      throw new PolicyException.MalformedLine(line, form);
    }
  }

  private static Optional<String> url(List<String> items, int at) {
    return items.size() > at ? Optional.of(items.get(at)) : Optional.empty();
  }
}
