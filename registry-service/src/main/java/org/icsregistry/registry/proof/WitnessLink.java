package org.icsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.icsregistry.log.LogException;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tree.ConsistencyProof;

/** Speaks to one witness as C2SP tlog-witness says. Remembers at which size it is. */
final class WitnessLink {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 65_536;

  private final HttpClient http;
  private final URI address;
  private final NoteVerifier verifier;
  private long size;

  /**
   * @throws IllegalArgumentException if the policy gives no usable address
   */
  WitnessLink(HttpClient http, TlogPolicy.Witness witness) {
    this.http = http;
    this.verifier = CheckpointVerifiers.ofWitness(witness.key());
    var prefix =
        witness
            .url()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "The policy gives no address for the witness " + witness.name()));
    this.address = URI.create(prefix.replaceAll("/+$", "") + "/add-checkpoint");
  }

  /** The witness has not cosigned; the message says why. */
  static final class Refused extends Exception {
    private final boolean grave;
    private final long beyond;

    Refused(String message, boolean grave) {
      super(message);
      this.grave = grave;
      this.beyond = 0;
    }

    Refused(String message, long beyond) {
      super(message);
      this.grave = true;
      this.beyond = beyond;
    }

    /** Whether somebody has to look, because histories may differ. */
    boolean grave() {
      return grave;
    }

    /** A size larger than that of the checkpoint, which the witness has cosigned; otherwise 0. */
    long beyond() {
      return beyond;
    }
  }

  /**
   * Asks for a cosignature.
   *
   * @param proofs makes the consistency proof from a size to that of the checkpoint
   * @throws Refused if the witness does not give one
   * @throws IOException if it does not answer
   */
  NoteSignature ask(SignedCheckpoint signed, LongFunction<ConsistencyProof> proofs)
      throws Refused, IOException, InterruptedException {
    size = Math.min(size, signed.checkpoint().size());
    var answer = post(signed, proofs);
    if (answer.statusCode() == 409) {
      size = sizeIn(answer.body(), signed);
      answer = post(signed, proofs);
    }
    return switch (answer.statusCode()) {
      case 200 -> cosignature(answer.body(), signed);
      case 422 ->
          throw new Refused(
              "it saw another history at size %d (422): compare its checkpoint with ours"
                  .formatted(size),
              true);
      case 403 -> throw new Refused("it does not know the key of this log (403)", false);
      case 404 -> throw new Refused("it does not know this log (404)", false);
      default -> throw new Refused("it answered " + answer.statusCode(), false);
    };
  }

  private long sizeIn(byte[] body, SignedCheckpoint signed) throws Refused {
    var known = Strict.decimal(new String(body, US_ASCII).stripTrailing());
    if (known.isEmpty()) {
      throw new Refused("it answered 409 without its size", false);
    }
    if (known.getAsLong() > signed.checkpoint().size()) {
      throw new Refused(
          "it has cosigned size %d, beyond %d: this log lost entries"
              .formatted(known.getAsLong(), signed.checkpoint().size()),
          known.getAsLong());
    }
    return known.getAsLong();
  }

  private HttpResponse<byte[]> post(SignedCheckpoint signed, LongFunction<ConsistencyProof> proofs)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(("old " + size + "\n").getBytes(US_ASCII));
    for (byte[] hash : proofs.apply(size).path()) {
      body.writeBytes((Strict.base64(hash) + "\n").getBytes(US_ASCII));
    }
    body.write('\n');
    body.writeBytes(signed.bytes());
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
  }

  /** The answer put behind the checkpoint is a note, which is verified as any other. */
  private NoteSignature cosignature(byte[] body, SignedCheckpoint signed) throws Refused {
    try {
      var whole = signed.note().text() + "\n" + new String(body, UTF_8);
      var verified = SignedCheckpoint.parse(whole.getBytes(UTF_8)).verify(List.of(verifier));
      size = signed.checkpoint().size();
      return verified.getFirst();
    } catch (LogException e) {
      throw new Refused("its cosignature does not verify: " + e.getMessage(), false);
    }
  }
}
