package org.icsregistry.auditor.witness;

import java.util.List;
import java.util.stream.Collectors;
import org.icsregistry.log.note.NoteSignature;

/** An answer of a witness over HTTP. */
record Answer(int status, String type, String body) {

  private static final String TEXT = "text/plain; charset=utf-8";

  static Answer cosigned(List<NoteSignature> cosignatures) {
    return text(200, cosignatures.stream().map(NoteSignature::line).collect(Collectors.joining()));
  }

  /** The sender is behind or ahead; the body tells it where to begin (C2SP tlog-witness). */
  static Answer conflict(long size) {
    return new Answer(409, "text/x.tlog.size", size + "\n");
  }

  static Answer refused(int status, String sentence) {
    return text(status, sentence + "\n");
  }

  static Answer text(int status, String body) {
    return new Answer(status, TEXT, body);
  }
}
