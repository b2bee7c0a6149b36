package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ichido.api.Health;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Vaults over the two files of one directory, and what is said of them. */
abstract class VaultFixture {
  static final TokenId TOKEN = new TokenId("T-0001");
  static final byte[] DATA = {1, 2, 3};

  @TempDir Path home;
  Path keystore;
  Path password;
  final FakeStore store = new FakeStore();

  @BeforeEach
  void chooseFiles() {
    keystore = home.resolve("data/vault/keys.p12");
    password = home.resolve("etc/keys.password");
  }

  Pkcs12Vault vault(long random) {
    return new Pkcs12Vault(this::keystore, new Random(random));
  }

  Pkcs12Vault started(long random) {
    Pkcs12Vault vault = vault(random);
    vault.store = store;
    return vault;
  }

  Keystore keystore() {
    return new Keystore(new OwnerOnlyFile(keystore), new OwnerOnlyFile(password));
  }

  String damaged() {
    return "%s is damaged, or the password in %s is not its own; restore both from one backup"
        .formatted(keystore, password);
  }

  static SealedSeed seal(Pkcs12Vault vault) {
    try (Seed seed = Seed.copyOf("12345678901234567890".getBytes(StandardCharsets.US_ASCII))) {
      return vault.seal(TOKEN, seed);
    }
  }

  static void assertOpens(Pkcs12Vault vault, SealedSeed sealed) {
    try (Seed seed = vault.unseal(TOKEN, sealed)) {
      assertThat(seed.copy()).asString(StandardCharsets.US_ASCII).isEqualTo("12345678901234567890");
    }
  }

  /** Every method says so, and so does its health. */
  static void assertUnavailable(Pkcs12Vault vault, String message) {
    SealedSeed sealed = new SealedSeed(1, new byte[49]);
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> vault.fingerprint(DATA),
            () -> seal(vault),
            () -> vault.unseal(TOKEN, sealed),
            vault::transportKey,
            () -> vault.decrypt(new byte[384]))) {
      assertThatThrownBy(call).isInstanceOf(VaultUnavailable.class).hasMessage(message);
    }
    assertThat(health(vault)).isEqualTo(new Health("vault", Health.Level.DOWN, List.of(message)));
  }

  static Health health(Pkcs12Vault vault) {
    assertThat(vault.health()).hasSize(1);
    return vault.health().get(0);
  }

  /** What the keystore has now. */
  KeyStore opened() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(keystore.toFile(), secret());
  }

  char[] secret() throws IOException {
    return Files.readString(password).strip().toCharArray();
  }

  /** A keystore as an earlier version or an administrator made it; its password is "secret". */
  void writeKeystore(Map<String, ? extends KeyStore.Entry> entries) throws Exception {
    write(password, "secret".getBytes(StandardCharsets.US_ASCII));
    char[] secret = "secret".toCharArray();
    KeyStore made = KeyStore.getInstance("PKCS12");
    made.load(null, secret);
    for (Map.Entry<String, ? extends KeyStore.Entry> entry : entries.entrySet()) {
      made.setEntry(entry.getKey(), entry.getValue(), new KeyStore.PasswordProtection(secret));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    made.store(bytes, secret);
    write(keystore, bytes.toByteArray());
  }

  static KeyStore.SecretKeyEntry key(String algorithm, byte[] bytes) {
    return new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, algorithm));
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
