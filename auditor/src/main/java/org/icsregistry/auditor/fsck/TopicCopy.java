package org.icsregistry.auditor.fsck;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.Entry;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.FlowAhead;
import org.icsregistry.auditor.source.KafkaSource;
import org.icsregistry.log.LogException;

/** The topic, event by event beside the event store. */
final class TopicCopy implements AutoCloseable {
  private final EntryFlow flow;
  private final Findings findings;
  private Iterator<Entry> some = List.<Entry>of().iterator();
  private boolean ended;

  TopicCopy(KafkaSource kafka, long size, Findings findings) {
    this.flow = new FlowAhead(kafka.entries(0, size));
    this.findings = findings;
  }

  void compare(long index, byte[] event) {
    if (ended) {
      return;
    }
    try {
      if (!some.hasNext()) {
        some = flow.next().iterator();
      }
      if (!some.hasNext()) {
        end(index, "the end of the topic");
      } else if (!Arrays.equals(some.next().bytes(), event)) {
        findings.add(
            new CopyFinding.CopyDiffers("kafka", index, "the bytes of the event store", "others"));
      }
    } catch (LogException e) {
      end(index, String.valueOf(e.getMessage()));
    }
  }

  private void end(long index, String received) {
    ended = true;
    findings.add(new CopyFinding.CopyDiffers("kafka", index, "the event of this index", received));
  }

  @Override
  public void close() {
    flow.close();
  }
}
