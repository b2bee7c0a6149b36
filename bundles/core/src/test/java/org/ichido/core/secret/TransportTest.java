package org.ichido.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.act.Ciphertext;
import org.ichido.core.fakes.OpenVault;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and seeds on their way to us. */
class TransportTest {
  private static final OpenVault VAULT = new OpenVault();
  private static final AppKey APP = OpensslMade.appKey();

  @Test
  void whatOpensslEncryptedToUsIsOpened() {
    ActivationPassword chosen = ActivationPasswordTest.issued("4711").orElseThrow();
    assertThat(TransportPassword.ofIssue(bytes(OpensslMade.text("issue.base64")), VAULT))
        .contains(chosen);
    assertThat(
            TransportPassword.ofActivation(
                bytes(OpensslMade.text("activation.base64")), APP, VAULT))
        .contains(chosen);
    assertThat(TransportSeed.open(OpensslMade.text("seed.base64"), VAULT).map(Seed::copy))
        .contains("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
  }

  @Property(tries = 50)
  void aMigratedSeedComesThrough(
      @ForAll @Size(min = Seed.SHORTEST, max = Seed.LONGEST) byte[] secret) {
    try (Seed seed = TransportSeed.open(OpensslMade.encryptedToUs(secret), VAULT).orElseThrow()) {
      assertThat(seed.copy()).isEqualTo(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 65, 318})
  void whatIsTooShortOrTooLongForASeedIsNone(int length) {
    assertThat(TransportSeed.open(OpensslMade.encryptedToUs(new byte[length]), VAULT)).isEmpty();
  }

  /** Whoever captured a password's field would else have the seed delivered to his own key. */
  @Test
  void aCapturedPasswordIsWorthNothingWithAnotherAppKey() {
    AppKey thief =
        AppKey.read(Base64.getEncoder().encodeToString(VAULT.transportKey().key().getEncoded()))
            .key()
            .orElseThrow();
    assertThat(
            TransportPassword.ofActivation(
                bytes(OpensslMade.text("activation.base64")), thief, VAULT))
        .isEmpty();
  }

  @Test
  void oneKindOfFieldIsNeverTakenForAnother() {
    String issue = OpensslMade.text("issue.base64");
    String activation = OpensslMade.text("activation.base64");
    String seed = OpensslMade.text("seed.base64");
    assertThat(TransportPassword.ofIssue(bytes(activation), VAULT)).isEmpty();
    assertThat(TransportPassword.ofIssue(bytes(seed), VAULT)).isEmpty();
    assertThat(TransportPassword.ofActivation(bytes(issue), APP, VAULT)).isEmpty();
    assertThat(TransportPassword.ofActivation(bytes(seed), APP, VAULT)).isEmpty();
    assertThat(TransportSeed.open(issue, VAULT)).isEmpty();
    assertThat(TransportSeed.open(activation, VAULT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4711", "=", "====", "4711\n", "ｓｅｅｄ", "AAAA", "_-_-"})
  void whatIsNoCiphertextIsNothing(String text) {
    assertThat(TransportSeed.open(text, VAULT)).isEmpty();
  }

  @Test
  void anotherSpellingOfTheSameCiphertextIsNothing() {
    String seed = OpensslMade.text("seed.base64");
    for (String other :
        List.of(seed + " ", seed + "\n", " " + seed, seed.replace('+', '-').replace('/', '_'))) {
      assertThat(TransportSeed.open(other, VAULT)).isEmpty();
    }
    assertThat(TransportSeed.open(seed, VAULT)).isPresent();
  }

  @Test
  void thePlainTextIsWipedWhetherItWasASecretOrNot() {
    for (String plain : List.of("4711", "no password")) {
      byte[] opened = plain.getBytes(StandardCharsets.US_ASCII);
      Optional<ActivationPassword> password =
          TransportPassword.ofIssue(bytes("AAAA"), new Opens(() -> Optional.of(opened)));
      assertThat(opened).containsOnly(0);
      assertThat(password.isPresent()).isEqualTo(plain.equals("4711"));
    }
  }

  @Test
  void thatTheVaultIsUnavailableIsSaidAndNotTakenForARefusal() {
    SecretVault unavailable =
        new Opens(
            () -> {
              throw new VaultUnavailable("no key");
            });
    assertThatThrownBy(() -> TransportSeed.open("AAAA", unavailable))
        .isInstanceOf(VaultUnavailable.class);
  }

  private static Ciphertext bytes(String base64) {
    return new Ciphertext(Base64.getDecoder().decode(base64));
  }

  /** A vault that opens what it is told to. */
  private record Opens(Supplier<Optional<byte[]>> plain) implements SecretVault {
    @Override
    public Optional<byte[]> decrypt(byte[] ciphertext) {
      return plain.get();
    }

    @Override
    public SealedSeed seal(TokenId token, Seed seed) {
      throw new AssertionError("nothing to seal");
    }

    @Override
    public Seed unseal(TokenId token, SealedSeed sealed) {
      throw new AssertionError("nothing to unseal");
    }

    @Override
    public byte[] fingerprint(byte[] data) {
      throw new AssertionError("nothing to fingerprint");
    }

    @Override
    public TransportKey transportKey() {
      throw new AssertionError("the key is not needed");
    }
  }
}
