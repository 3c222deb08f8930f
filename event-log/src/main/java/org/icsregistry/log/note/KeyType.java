package org.icsregistry.log.note;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of signature that are supported (C2SP signed-note, Signature types). */
public enum KeyType {
  /** Ed25519 over the text of a note. */
  ED25519(0x01, Algorithm.ED25519),

  /** Ed25519 over a checkpoint with a time (C2SP tlog-cosignature). */
  ED25519_COSIGNATURE(0x04, Algorithm.ED25519),

  /** ML-DSA-44 over a checkpoint with a time (C2SP tlog-cosignature). */
  ML_DSA_44_COSIGNATURE(0x06, Algorithm.ML_DSA_44);

  private final byte code;
  private final Algorithm algorithm;

  KeyType(int code, Algorithm algorithm) {
    this.code = (byte) code;
    this.algorithm = algorithm;
  }

  static Optional<KeyType> of(byte code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** The byte that identifies the type in keys and key ids. */
  public byte code() {
    return code;
  }

  /** Length of a signature, without key id and time. */
  public int signatureBytes() {
    return algorithm.signatureBytes;
  }

  int publicKeyBytes() {
    return algorithm.publicKeyBytes;
  }

  String algorithmName() {
    return algorithm.name;
  }

  /** What X.509 puts before the bytes of the public key: RFC 8410 section 4, RFC 9881 section 4. */
  byte[] x509Prefix() {
    return HexFormat.of().parseHex(algorithm.x509Prefix);
  }

  private enum Algorithm {
    ED25519("Ed25519", 32, 64, "302a300506032b6570032100"),
    ML_DSA_44("ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    private final String name;
    private final int publicKeyBytes;
    private final int signatureBytes;
    private final String x509Prefix;

    Algorithm(String name, int publicKeyBytes, int signatureBytes, String x509Prefix) {
      this.name = name;
      this.publicKeyBytes = publicKeyBytes;
      this.signatureBytes = signatureBytes;
      this.x509Prefix = x509Prefix;
    }
  }
}
