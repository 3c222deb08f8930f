package org.icsregistry.registry.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.icsregistry.registry.exchange.Exchange;
import org.icsregistry.registry.store.Spread;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first answer to every command ever decided. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Receipts {

  private final JdbcTemplate jdbc;

  Receipts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Identity of a command: CloudEvents source and id. */
  record CommandKey(String source, String id) {
    static CommandKey of(Origin origin) {
      return new CommandKey(origin.sender(), origin.commandId());
    }
  }

  /** An answer given before, with the digest of the command it was given to. */
  static final class Receipt {
    private final byte[] bodyMac;
    private final Answer answer;

    Receipt(byte[] bodyMac, Answer answer) {
      this.bodyMac = bodyMac.clone();
      this.answer = answer;
    }

    boolean isFor(byte[] mac) {
      return java.security.MessageDigest.isEqual(bodyMac, mac);
    }

    Answer answer() {
      return answer;
    }
  }

  Map<CommandKey, Receipt> find(Collection<CommandKey> keys) {
    // Typed arrays, because the driver sends only these in binary.
    var sources = keys.stream().map(CommandKey::source).toArray(String[]::new);
    var ids = keys.stream().map(CommandKey::id).toArray(String[]::new);
    var found = new HashMap<CommandKey, Receipt>();
    jdbc.query(
        """
        select r.source, r.id, r.body_mac, r.answer
        from unnest(?::text[], ?::text[]) as k (source, id) join command_receipt r using (source, id)
        """,
        ps -> {
          ps.setArray(1, ps.getConnection().createArrayOf("text", sources));
          ps.setArray(2, ps.getConnection().createArrayOf("text", ids));
        },
        row -> {
          var answer = Json.MAPPER.readValue(row.getBytes(4), Answer.class);
          found.put(
              new CommandKey(row.getString(1), row.getString(2)),
              new Receipt(row.getBytes(3), answer));
        });
    return found;
  }

  /**
   * @param exchange gets the statement; a duplicate key there means that another instance has
   *     answered one of the commands meanwhile
   */
  void insert(List<Submission> submissions, List<Answer> answers, Exchange exchange) {
    var macs = submissions.stream().map(Submission::bodyMac).toArray(byte[][]::new);
    var bodies = Spread.of(answers).map(Json.MAPPER::writeValueAsBytes).toArray(byte[][]::new);
    exchange.with(
        """
        insert into command_receipt (source, id, body_mac, answer)
        select * from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[])
        """,
        c ->
            new Object[] {
              c.createArrayOf(
                  "text",
                  submissions.stream().map(s -> s.origin().sender()).toArray(String[]::new)),
              c.createArrayOf(
                  "text",
                  submissions.stream().map(s -> s.origin().commandId()).toArray(String[]::new)),
              c.createArrayOf("bytea", macs),
              c.createArrayOf("bytea", bodies)
            });
  }
}
