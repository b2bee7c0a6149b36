package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;

/** When the keys are made, and when they must not be made anew. */
class VaultFirstUseTest extends VaultFixture {
  @Test
  void nothingIsMadeBeforeTheFirstUse() throws IOException {
    Pkcs12Vault vault = started(1);
    assertThat(files()).isEmpty();
    assertThat(health(vault).level()).isEqualTo(Health.Level.WARN);
    assertThat(health(vault).part()).isEqualTo("vault");
  }

  @Test
  void theFirstUseMakesBothFilesForTheOwnerAlone() throws IOException {
    Pkcs12Vault vault = started(1);
    vault.fingerprint(DATA);

    assertThat(files()).containsExactlyInAnyOrder(keystore, password);
    assertThat(permissions(keystore)).isEqualTo("rw-------");
    assertThat(permissions(password)).isEqualTo("rw-------");
    assertThat(permissions(keystore.getParent())).isEqualTo("rwx------");
    assertThat(permissions(keystore.getParent().getParent())).isEqualTo("rwx------");
    assertThat(Files.readString(password)).matches("[A-Za-z0-9_-]{32}");
    assertThat(health(vault))
        .isEqualTo(new Health("vault", Health.Level.OK, List.of("key epoch 1 in " + keystore)));
  }

  @Test
  void aRestartReadsTheSameKeysWithoutAskingTheStore() throws IOException {
    Pkcs12Vault before = started(1);
    SealedSeed sealed = seal(before);
    byte[] fingerprint = before.fingerprint(DATA);
    byte[] bytes = Files.readAllBytes(keystore);

    Pkcs12Vault after = vault(2);

    assertThat(health(after).level()).isEqualTo(Health.Level.OK);
    assertOpens(after, sealed);
    assertThat(after.fingerprint(DATA)).isEqualTo(fingerprint);
    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);
  }

  @Test
  void aMissingKeystoreIsNotMadeAnewWhileSeedsAreSealedUnderIt() throws IOException {
    store.sealed = true;
    Pkcs12Vault vault = started(1);
    assertUnavailable(
        vault,
        keystore
            + " is missing, but the store holds seeds sealed under its keys; restore "
            + keystore
            + " from backup");
    assertThat(files()).isEmpty();
  }

  @Test
  void aMissingKeystoreIsNotMadeWhileNobodyCanSayWhetherSeedsAreSealed() throws IOException {
    Pkcs12Vault vault = vault(1);
    assertUnavailable(
        vault,
        keystore
            + " is missing, and no store is there to say whether seeds are sealed already;"
            + " start the store, or restore the file from backup");

    store.silent = true;
    vault.store = store;
    assertThatThrownBy(() -> vault.fingerprint(DATA))
        .isInstanceOf(VaultUnavailable.class)
        .hasCauseInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the store cannot say");
    assertThat(files()).isEmpty();

    store.silent = false;
    assertThat(vault.fingerprint(DATA)).hasSize(32);
    assertThat(health(vault).level()).isEqualTo(Health.Level.OK);
  }

  @Test
  void aKeystoreThatAnotherThreadMadeAndUsedMeanwhileIsNotCalledMissing() throws IOException {
    Pkcs12Vault faster = started(1);
    FakeStore asked = new FakeStore();
    Pkcs12Vault slower = vault(2);
    slower.store = asked;
    asked.meanwhile =
        () -> {
          seal(faster);
          asked.sealed = true;
        };

    assertThat(slower.fingerprint(DATA)).isEqualTo(faster.fingerprint(DATA));
    assertThat(health(slower).level()).isEqualTo(Health.Level.OK);
    assertThat(files()).containsExactlyInAnyOrder(keystore, password);
  }

  @Test
  void aRestoredKeystoreIsTakenWithoutARestart() throws IOException {
    SealedSeed sealed = seal(started(1));
    byte[] backup = Files.readAllBytes(keystore);
    Files.delete(keystore);
    store.sealed = true;
    Pkcs12Vault vault = started(2);
    assertThatThrownBy(() -> vault.unseal(TOKEN, sealed)).isInstanceOf(VaultUnavailable.class);

    write(keystore, backup);

    assertOpens(vault, sealed);
    assertThat(health(vault).level()).isEqualTo(Health.Level.OK);
  }

  @Test
  void sixteenFirstUsesAtOnceOverFourVaultsAgreeOnOneKeystore() throws Exception {
    List<Pkcs12Vault> vaults = List.of(started(1), started(2), started(3), started(4));
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> fingerprints = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Pkcs12Vault vault = vaults.get(i % vaults.size());
        Callable<String> use =
            () -> {
              start.await();
              return Arrays.toString(vault.fingerprint(DATA));
            };
        fingerprints.add(threads.submit(use));
      }
      start.countDown();
      Set<String> different = new HashSet<>();
      for (Future<String> fingerprint : fingerprints) {
        different.add(fingerprint.get());
      }
      assertThat(different).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(files()).containsExactlyInAnyOrder(keystore, password);
  }
}
