package org.ichido.transports;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.token.TokenApp;
import org.ichido.testkit.token.TransportKey;

/**
 * Customers of a bank who were taken over from a former system, each contract with two users whose
 * tokens have shown no code here yet. Each contract is given away once. For one thread.
 */
final class LoadedCustomers {
  static final Duration STEP = Duration.ofSeconds(60);

  private static final String MASTER = "taro";
  private static final String GENERAL = "hanako";
  private static final String CONTRACTS =
      "contract,branch,cif,opened,closed,method,next_method,next_from,account_branch,account_type,"
          + "account_number,account_name\n";
  private static final String USERS = "contract,user,role\n";
  private static final String TOKENS =
      "contract,user,state,activation_user_id,device_class,device,last_day,last_step,failures,"
          + "locked,suspended,seed\n";

  private final int count;
  private int given;

  private LoadedCustomers(int count) {
    this.count = count;
  }

  /** A user with a token. */
  record Loaded(Customer customer, String activationUserId, TokenApp token) {
    /** The code on the display, and after so many steps. */
    String code(int stepsOn) {
      return token.codeAt(Instant.now().plus(STEP.multipliedBy(stepsOn)));
    }

    String wrongCode() {
      return token.wrongCodeAt(Instant.now());
    }
  }

  /** A contract with its two users. */
  record Pair(Loaded master, Loaded general) {}

  static LoadedCustomers of(Transport transport, Bank bank, int count) throws Exception {
    TransportKey key = TransportKey.ofPem(transport.server().shell("ichido:transport-key --pem"));
    StringBuilder contracts = new StringBuilder(CONTRACTS);
    StringBuilder users = new StringBuilder(USERS);
    StringBuilder tokens = new StringBuilder(TOKENS);
    for (int i = 1; i <= count; i++) {
      contracts.append(contract(i)).append(",012,,2020-04-01,,SOFT,,,,,,\n");
      users.append(
          "%s,%s,GENERAL\n%s,%s,MASTER\n".formatted(contract(i), GENERAL, contract(i), MASTER));
      tokens.append(row(bank, i, GENERAL, key)).append(row(bank, i, MASTER, key));
    }
    Path directory = transport.server().directory().resolveSibling("load-" + bank.id());
    Files.createDirectories(directory);
    Path[] files = {
      Files.writeString(directory.resolve("contracts.csv"), contracts),
      Files.writeString(directory.resolve("users.csv"), users),
      Files.writeString(directory.resolve("tokens.csv"), tokens)
    };
    String said =
        transport
            .server()
            .shell("ichido:load %s %s %s %s".formatted(bank.id(), files[0], files[1], files[2]));
    if (!said.contains(
        "%d contracts, %d users, %d tokens.".formatted(count, 2 * count, 2 * count))) {
      throw new IOException("the load of " + bank + " failed: " + said);
    }
    return new LoadedCustomers(count);
  }

  Pair next() {
    given++;
    if (given > count) {
      throw new IllegalStateException("load more than " + count + " contracts");
    }
    return new Pair(loaded(given, MASTER), loaded(given, GENERAL));
  }

  private static Loaded loaded(int contract, String user) {
    return new Loaded(
        new Customer(contract(contract), user),
        activationUserId(contract, user),
        TokenApp.withSeed(seed(contract, user).getBytes(US_ASCII)));
  }

  private static String row(Bank bank, int contract, String user, TransportKey key) {
    long used = Instant.now().getEpochSecond() / STEP.toSeconds() - 10;
    return "%s,%s,ACTIVE,%s,SMARTPHONE,%s-%s,%s,%d,0,,,%s%n"
        .formatted(
            contract(contract),
            user,
            activationUserId(contract, user),
            bank.id(),
            activationUserId(contract, user),
            LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(20),
            used,
            key.encrypted(seed(contract, user)));
  }

  private static String contract(int number) {
    return "L%06d".formatted(number);
  }

  private static String activationUserId(int contract, String user) {
    return "%08d".formatted(2 * contract + (user.equals(MASTER) ? 1 : 0));
  }

  /** ASCII alone, since the test kit encrypts texts. */
  private static String seed(int contract, String user) {
    return "the seed of %06d %s".formatted(contract, user);
  }
}
