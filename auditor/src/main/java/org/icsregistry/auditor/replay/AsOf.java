package org.icsregistry.auditor.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.icsregistry.contracts.envelope.RecordedEvent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Up to where the log is folded. */
sealed interface AsOf {
  /** Whether the event counts. */
  boolean covers(RecordedEvent event);

  /** As the passport's address takes it. */
  String parameter(Cut cut);

  /** The whole log. */
  record Everything() implements AsOf {
    @Override
    public boolean covers(RecordedEvent event) {
      return true;
    }

    @Override
    public String parameter(Cut cut) {
      return Long.toString(cut.index());
    }
  }

  /** Up to and with this event. */
  record AtIndex(long index) implements AsOf {
    @Override
    public boolean covers(RecordedEvent event) {
      return event.logIndex() <= index;
    }

    @Override
    public String parameter(Cut cut) {
      return Long.toString(index);
    }
  }

  /** What was recorded by then. */
  record AtMoment(Instant moment) implements AsOf {
    @Override
    public boolean covers(RecordedEvent event) {
      return !event.recordedAt().isAfter(moment);
    }

    @Override
    public String parameter(Cut cut) {
      return moment.toString();
    }
  }

  /** Reads what the command line says. */
  final class Converter implements ITypeConverter<AsOf> {
    @Override
    public AsOf convert(String text) {
      try {
        return text.matches("[0-9]{1,18}")
            ? new AtIndex(Long.parseLong(text))
            : new AtMoment(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "expected a log index or an instant with a zone such as 2026-03-31T17:00:00Z");
      }
    }
  }
}
