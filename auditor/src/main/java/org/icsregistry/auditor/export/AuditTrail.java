package org.icsregistry.auditor.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.Strict;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/** Who did what and when, a line per event: for spreadsheets as CSV, for programs as JSON lines. */
final class AuditTrail implements AutoCloseable {
  static final String CSV = "audit-trail.csv";
  static final String JSON_LINES = "audit-trail.jsonl";

  private static final List<String> COLUMNS =
      List.of(
          "index",
          "recordedAt",
          "type",
          "organisation",
          "subject",
          "actor",
          "correlation",
          "causation",
          "id",
          "leafHash");

  private final BufferedWriter csv;
  private final BufferedWriter lines;

  AuditTrail(Path folder) throws IOException {
    csv = Files.newBufferedWriter(folder.resolve(CSV));
    lines = Files.newBufferedWriter(folder.resolve(JSON_LINES));
    csv.write(String.join(",", COLUMNS) + "\r\n");
  }

  void entry(long index, byte[] entry) throws IOException {
    Map<String, @Nullable Object> fields = fields(index, entry);
    csv.write(
        COLUMNS.stream().map(fields::get).map(AuditTrail::cell).collect(Collectors.joining(","))
            + "\r\n");
    lines.write(Json.MAPPER.writeValueAsString(fields) + "\n");
  }

  private static Map<String, @Nullable Object> fields(long index, byte[] entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("index", index);
    try {
      RecordedEvent event = EventCodec.decode(entry);
      fields.put("recordedAt", event.recordedAt().toString());
      fields.put("type", MessageTypes.nameOf(event.data().getClass()));
      fields.put("organisation", event.org());
      fields.put("subject", event.subject());
      fields.put("actor", event.actor());
      fields.put("correlation", event.correlationId());
      fields.put("causation", event.causationId());
      fields.put("id", event.id());
    } catch (UnknownEventTypeException e) {
      fields.put("type", "of another release");
    } catch (MalformedEntryException e) {
      fields.put("type", "not an event");
    }
    fields.put("leafHash", Strict.base64(Rfc6962.leafHash(entry)));
    return fields;
  }

  /**
   * RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
   * injection).
   */
  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    csv.close();
    lines.close();
  }
}
