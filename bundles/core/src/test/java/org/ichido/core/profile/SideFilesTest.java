package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankNotServed;
import org.ichido.api.Health;
import org.ichido.core.fakes.KinsanProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideFilesTest {
  @TempDir private Path temporary;
  private Etc etc;

  @BeforeEach
  void kinsanIsServed() throws IOException {
    etc = new Etc(temporary.resolve("etc"));
    assertThat(etc.table()).contains("S4-13");
  }

  @Test
  void aChangedFileCountsFromTheNextLookOn() throws Exception {
    etc.write(Etc.TABLE, Etc.all("BLOCKED"));
    assertThat(etc.table()).contains("S4-13");
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("BLOCKED").doesNotContain("S4-13");
  }

  @Test
  void aRequestInFlightKeepsTheTableItBeganWith() throws Exception {
    BankProfile before = etc.profiles.of(Etc.KINSAN);
    etc.write(Etc.TABLE, Etc.all("BLOCKED"));
    etc.profiles.lookAtSideFiles();
    assertThat(before.operations().print()).contains("S4-13");
  }

  @Test
  void whatCountsIsTheContentAndNotTheTime() throws Exception {
    FileTime time = Files.getLastModifiedTime(etc.path(Etc.TABLE));
    etc.write(Etc.TABLE, Etc.all("BLOCKED"));
    Files.setLastModifiedTime(etc.path(Etc.TABLE), time);
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("BLOCKED");
  }

  @Test
  void nobodyHearsOfALookThatFindsNothingNew() throws Exception {
    List<Integer> served = new ArrayList<>();
    Installed.watching(etc.profiles, banks -> served.add(banks.size()));
    Files.setLastModifiedTime(etc.path(Etc.TABLE), FileTime.fromMillis(0));
    etc.profiles.lookAtSideFiles();
    assertThat(served).containsExactly(1);
    etc.write(Etc.TABLE, "broken");
    etc.profiles.lookAtSideFiles();
    etc.profiles.lookAtSideFiles();
    assertThat(served).containsExactly(1, 0);
  }

  @Test
  void profileAndFileChangeInOneStep() throws Exception {
    etc.write(Etc.TABLE, Etc.all("BLOCKED"));
    etc.configure(KinsanProfile.with("otp.digits", "8"));
    assertThat(etc.table()).contains("BLOCKED");
    assertThat(etc.profiles.of(Etc.KINSAN).otp().digits()).isEqualTo(8);
  }

  @Test
  void aHalfWrittenFileStopsItsBankAndTheRestOfItServesTheBankAgain() throws Exception {
    String whole = Files.readString(etc.path(Etc.TABLE));
    etc.write(Etc.TABLE, whole.substring(0, whole.indexOf("EXEMPT") + 3));
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt line ", "only 6 columns");
    etc.write(Etc.TABLE, whole);
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("S4-13");
  }

  @Test
  void aMistakeInTheTableIsNamedWithKeyFileLineAndCharacter() throws Exception {
    etc.write(Etc.TABLE, "# one\n" + Etc.all("REQIRED"));
    etc.profiles.lookAtSideFiles();
    assertThat(problem())
        .isEqualTo(
            "org.ichido.bank~kinsan.cfg: operations.file: ichido/kinsan/operations.txt line 3,"
                + " character 11: answer 'REQIRED' is none of REQUIRED, EXEMPT with a word,"
                + " NOT_REQUIRED, NOT_ELIGIBLE, BLOCKED");
    assertThatThrownBy(etc::table).hasMessageContaining(problem());
  }

  @Test
  void aFileThatGoesStopsItsBankAndOneThatComesServesItAgain() throws Exception {
    Path away = etc.path("away");
    Files.move(etc.path(Etc.TABLE), away);
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt is not there: put it into " + etc.path("").normalize());
    Files.move(away, etc.path(Etc.TABLE));
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("S4-13");
  }

  @Test
  void aDirectoryIsNoFile() throws Exception {
    Files.delete(etc.path(Etc.TABLE));
    Files.createDirectory(etc.path(Etc.TABLE));
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt is no file");
  }

  @Test
  void aFileThatCannotBeReadStopsItsBank() throws Exception {
    Files.delete(etc.path(Etc.TABLE));
    Files.createSymbolicLink(etc.path(Etc.TABLE), Path.of("operations.txt"));
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt cannot be read: ");
  }

  @Test
  void aLinkThatLeadsOutIsRefusedAndOneThatStaysIsNot() throws Exception {
    Path outside = temporary.resolve("outside.txt");
    Files.writeString(outside, Etc.all("NOT_REQUIRED"));
    Files.delete(etc.path(Etc.TABLE));
    Files.createSymbolicLink(etc.path(Etc.TABLE), outside);
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt leads out of ");
    Files.move(outside, etc.path("inside.txt"));
    Files.delete(etc.path(Etc.TABLE));
    Files.createSymbolicLink(etc.path(Etc.TABLE), Path.of("../../inside.txt"));
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("NOT_REQUIRED");
  }

  @Test
  void aLinkedDirectoryThatLeadsOutIsRefused() throws Exception {
    Path outside = temporary.resolve("outside");
    Files.move(etc.path("ichido/kinsan"), outside);
    Files.createSymbolicLink(etc.path("ichido/kinsan"), outside);
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt leads out of ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../operations.txt",
        "ichido/../../operations.txt",
        "ichido/..",
        "./operations.txt",
        "ichido//operations.txt",
        "ichido\\operations.txt",
        "ichido/kinsan/",
        "file:/etc/passwd",
        "操作.txt",
      })
  void aPathLeadsNowhereButDown(String path) {
    etc.configure(KinsanProfile.with("operations.file", path));
    assertRefused("operations.file: must be a path from the profile's directory", "'" + path + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operations.cfg", "ichido/kinsan/operations.config"})
  void aFileThatTheServerWouldTakeForAConfigurationIsRefused(String path) throws Exception {
    etc.write(path, Etc.all("REQUIRED"));
    etc.configure(KinsanProfile.with("operations.file", path));
    assertRefused("ends like a configuration");
  }

  @Test
  void aNameMayHaveDotsInIt() throws Exception {
    etc.write("a..b/.x~1.txt", Etc.all("BLOCKED"));
    etc.configure(KinsanProfile.with("operations.file", "a..b/.x~1.txt"));
    assertThat(etc.table()).contains("BLOCKED");
  }

  @Test
  void aProfileThatStandsInNoFileNamesNone() {
    etc.profiles.updated("org.ichido.bank~kinsan", KinsanProfile.values());
    assertThat(problem()).contains("operations.file: the profile does not stand in a file");
    Map<String, String> strange = KinsanProfile.values();
    strange.put("felix.fileinstall.filename", "no address");
    etc.profiles.updated("org.ichido.bank~kinsan", strange);
    assertThat(problem()).contains("operations.file: the profile does not stand in a file");
  }

  @Test
  void aDirectoryWithBlanksAndKanjiInItsNameIsFound() throws Exception {
    Etc other = new Etc(temporary.resolve("設定 etc"));
    assertThat(other.table()).isEqualTo(etc.table());
  }

  /** What Japanese Windows writes unless it is told otherwise. */
  @Test
  void anotherEncodingIsRefusedWithItsLine() throws Exception {
    String table = "# ascii\n" + Etc.all("REQUIRED") + "# 振込\n";
    etc.write(Etc.TABLE, table.getBytes(Charset.forName("windows-31j")));
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt line 4: is not UTF-8");
  }

  @Test
  void aCharacterCutInTheMiddleIsNotUtf8() throws Exception {
    byte[] whole = (Etc.all("REQUIRED") + "# 込").getBytes(StandardCharsets.UTF_8);
    etc.write(Etc.TABLE, Arrays.copyOf(whole, whole.length - 1));
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt line 3: is not UTF-8");
  }

  @Test
  void aByteOrderMarkAndLineEndsOfWindowsAreNoMistake() throws Exception {
    etc.write(Etc.TABLE, "\uFEFF" + Etc.all("BLOCKED").replace("\n", "\r\n"));
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("BLOCKED");
  }

  @Test
  void aFileMayHaveTwoHundredAndFiftySixKilobytesAndNoMore() throws Exception {
    String rest = Etc.all("BLOCKED");
    String longest = "#".repeat(256 * 1024 - rest.length() - 1) + "\n" + rest;
    etc.write(Etc.TABLE, longest);
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("BLOCKED");
    etc.write(Etc.TABLE, "#" + longest);
    etc.profiles.lookAtSideFiles();
    assertRefused("operations.txt has more than 256 kB");
  }

  @Test
  void anotherBankGoesOn() throws Exception {
    Map<String, String> mirai = KinsanProfile.values();
    mirai.replaceAll((key, value) -> value.replace("KINSAN", "MIRAI"));
    mirai.put("bank.code", "9991");
    mirai.put("operations.file", "mirai.txt");
    etc.write("mirai.txt", Etc.all("REQUIRED"));
    Installed.configure(etc.profiles, "org.ichido.bank~mirai", mirai, etc.path(""));
    etc.write(Etc.TABLE, "broken");
    etc.profiles.lookAtSideFiles();
    assertThat(etc.profiles.banks()).extracting(Object::toString).containsExactly("mirai");
  }

  @Test
  void aBankThatIsRetiredHasNoFilesToLookAt() throws Exception {
    etc.profiles.deleted("org.ichido.bank~kinsan");
    List<Integer> served = new ArrayList<>();
    Installed.watching(etc.profiles, banks -> served.add(banks.size()));
    etc.write(Etc.TABLE, "broken");
    etc.profiles.lookAtSideFiles();
    assertThat(served).containsExactly(0);
  }

  @Test
  void aFileThatIsReplacedInOneStepIsNeverSeenHalf() throws Exception {
    etc.write("next", Etc.all("BLOCKED"));
    Files.move(
        etc.path("next"),
        etc.path(Etc.TABLE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    etc.profiles.lookAtSideFiles();
    assertThat(etc.table()).contains("BLOCKED");
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(etc::table).isInstanceOf(BankNotServed.class);
    assertThat(etc.profiles.health().get(0).level()).isEqualTo(Health.Level.DOWN);
    assertThat(problem())
        .startsWith("org.ichido.bank~kinsan.cfg: operations.file: ")
        .contains(words);
  }

  private String problem() {
    return etc.profiles.health().get(0).lines().get(1);
  }
}
