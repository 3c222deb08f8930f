package org.icsregistry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Input as an attacker or a broken disk would send it: seeded, so that a failure comes back with
 * its seed.
 */
public final class Hostile {
  private static final int ROUNDS = 4_000;
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n\n",
          "\u2014 ",
          " ",
          "+",
          "=",
          "0",
          "-1",
          "18446744073709551616",
          "\r",
          "\0",
          "\u00a0",
          "/",
          "x",
          "#");

  private Hostile() {}

  /**
   * Feeds thousands of changed copies of good input, and noise; nothing but a {@link LogException}
   * may come out.
   */
  public static void onlyNamedExceptions(long seed, List<byte[]> good, Consumer<byte[]> reader) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = good.get(random.nextInt(good.size()));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        input = changed(input, random);
      }
      feed(input, reader);
    }
  }

  private static void feed(byte[] input, Consumer<byte[]> reader) {
    try {
      reader.accept(input);
    } catch (LogException expected) {
      return;
    } catch (RuntimeException | Error e) {
      fail("Input " + HexFormat.of().formatHex(input), e);
    }
  }

  private static byte[] changed(byte[] input, Random random) {
    int at = random.nextInt(input.length + 1);
    int to = at + random.nextInt(Math.min(64, input.length - at) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> splice(input, at, to, new byte[0]);
      case 1 -> splice(input, at, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
      case 2 -> splice(input, at, to, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
      case 3 -> splice(input, at, at, Arrays.copyOfRange(input, at, to));
      case 4 -> splice(input, at, to, noise(random, to - at));
      default ->
          random.nextInt(20) == 0 ? noise(random, random.nextInt(300)) : flipped(input, random);
    };
  }

  private static byte[] flipped(byte[] input, Random random) {
    byte[] copy = input.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] splice(byte[] input, int from, int to, byte[] middle) {
    byte[] spliced = Arrays.copyOf(input, input.length - (to - from) + middle.length);
    System.arraycopy(middle, 0, spliced, from, middle.length);
    System.arraycopy(input, to, spliced, from + middle.length, input.length - to);
    return spliced;
  }
}
