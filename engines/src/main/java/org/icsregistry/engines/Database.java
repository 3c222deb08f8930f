package org.icsregistry.engines;

/**
 * How to reach one database: {@code owner} owns it and runs migrations, {@code app} holds only the
 * rights the migrations grant. The password of each is its own name: these servers are local and
 * hold no real person's data.
 */
public record Database(String jdbcUrl, String owner, String app) {

  /** Password of {@link #owner()}. */
  public String ownerPassword() {
    return owner;
  }

  /** Password of {@link #app()}. */
  public String appPassword() {
    return app;
  }
}
