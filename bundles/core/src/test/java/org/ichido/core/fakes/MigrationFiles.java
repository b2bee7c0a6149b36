package org.ichido.core.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three files of a migration, row by row, each a map from column to text. */
public final class MigrationFiles {
  public final List<Map<String, String>> contracts = new ArrayList<>();
  public final List<Map<String, String>> users = new ArrayList<>();
  public final List<Map<String, String>> tokens = new ArrayList<>();

  private static Map<String, String> row(String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  /** An open contract with soft tokens. */
  public Map<String, String> contract(String id) {
    Map<String, String> row =
        row(
            "contract",
            id,
            "branch",
            "012",
            "cif",
            "12345",
            "opened",
            "2020-04-01",
            "closed",
            "",
            "method",
            "SOFT",
            "next_method",
            "",
            "next_from",
            "",
            "account_branch",
            "012",
            "account_type",
            "1",
            "account_number",
            "1234567",
            "account_name",
            "\uff76)\uff72\uff81");
    contracts.add(row);
    return row;
  }

  public Map<String, String> user(String contract, String user) {
    Map<String, String> row = row("contract", contract, "user", user, "role", "GENERAL");
    users.add(row);
    return row;
  }

  /** A token in use, its seed made of its user's names; as a vault that opens in clear takes it. */
  public Map<String, String> token(String contract, String user) {
    Map<String, String> row =
        row(
            "contract",
            contract,
            "user",
            user,
            "state",
            "ACTIVE",
            "activation_user_id",
            "",
            "device_class",
            "SMARTPHONE",
            "device",
            "",
            "last_day",
            "2027-03-31",
            "last_step",
            "29000000",
            "failures",
            "0",
            "locked",
            "",
            "suspended",
            "",
            "seed",
            Base64.getEncoder().encodeToString(seed(contract, user)));
    tokens.add(row);
    return row;
  }

  public static byte[] seed(String contract, String user) {
    String text = contract + "/" + user + "/" + "-".repeat(64);
    return text.substring(0, 32).getBytes(StandardCharsets.US_ASCII);
  }

  /** Two contracts of two branches, three users, two tokens. */
  public static MigrationFiles small() {
    MigrationFiles files = new MigrationFiles();
    files.contract("C0001");
    files.contract("C0002").put("branch", "013");
    files.user("C0001", "hanako");
    files.user("C0001", "taro").put("role", "MASTER");
    files.user("C0002", "jiro").put("role", "MASTER");
    files.token("C0001", "taro");
    files.token("C0002", "jiro");
    return files;
  }

  public Path contracts(Path directory) {
    return write(directory.resolve("contracts.csv"), contracts);
  }

  public Path users(Path directory) {
    return write(directory.resolve("users.csv"), users);
  }

  public Path tokens(Path directory) {
    return write(directory.resolve("tokens.csv"), tokens);
  }

  private static Path write(Path file, List<Map<String, String>> rows) {
    String text =
        String.join(",", rows.get(0).keySet())
            + "\n"
            + rows.stream()
                .map(row -> String.join(",", row.values()) + "\n")
                .collect(Collectors.joining());
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
