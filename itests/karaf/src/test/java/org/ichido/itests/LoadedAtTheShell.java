package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.evidence.Check;
import org.ichido.itests.Customers.Customer;
import org.ichido.testkit.token.TokenApp;
import org.ichido.testkit.token.TransportKey;

/** A customer of a former system, brought in at the shell of a running server. */
final class LoadedAtTheShell {
  private static final String SEED = "a seed of 20 letters";
  private static final Holder HANAKO =
      new Holder(Customers.KINSAN, new ContractId("M0000001"), new UserId("HANAKO"));

  private final Shell admin;
  private final Customers customers;

  LoadedAtTheShell(Shell admin, Customers customers) {
    this.admin = admin;
    this.customers = customers;
    Customers.SEEDS.add(SEED.getBytes(StandardCharsets.US_ASCII));
  }

  /** Its token goes on where it stood: the step that it gave last is used up here too. */
  void goesOnWhereItStood(Check check) throws Exception {
    TokenApp app = TokenApp.withSeed(SEED.getBytes(StandardCharsets.US_ASCII));
    Instant now = Instant.now();
    String files = files(app.stepAt(now));

    String dry = admin.run("ichido:load --dry-run kinsan" + files);
    check.that(dry, dry.contains("To be added: 1 contracts, 1 users, 1 tokens."));
    check.that(dry, dry.contains("Dry run: nothing was written."));
    check.that(
        "nothing", admin.run("ichido:token-list --contract M0000001 kinsan").contains("No tokens"));

    admin.run("ichido:load kinsan" + files);
    String counts =
        admin.run("ichido:count --branch 012 --contracts 1 --users 1 --tokens 1 kinsan");
    check.that(counts, counts.contains("Equal."));
    String again = admin.run("ichido:load kinsan" + files);
    check.that(again, again.contains("There already: 1 contracts, 1 users, 1 tokens."));

    Customer hanako = new Customer(HANAKO, app);
    check.equal("given before", Verdict.Kind.REFUSED, verdict(hanako, app.codeAt(now)));
    String next = app.codeAt(now.plusSeconds(60));
    check.equal("the next", Verdict.Kind.ACCEPTED, verdict(hanako, next));
    check.equal("once", Verdict.Kind.REFUSED, verdict(hanako, next));
  }

  private Verdict.Kind verdict(Customer customer, String code) {
    return customers.verify(customer, code).kind();
  }

  private String files(long lastStep) throws Exception {
    LocalDate lastDay = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(300);
    String seed = TransportKey.ofPem(admin.run("ichido:transport-key --pem")).encrypted(SEED);
    return file(
            "contracts",
            "contract,branch,cif,opened,closed,method,next_method,next_from,account_branch,"
                + "account_type,account_number,account_name",
            "M0000001,012,,2020-04-01,,SOFT,,,,,,")
        + file("users", "contract,user,role", "M0000001,HANAKO,MASTER")
        + file(
            "tokens",
            "contract,user,state,activation_user_id,device_class,device,last_day,last_step,"
                + "failures,locked,suspended,seed",
            "M0000001,HANAKO,ACTIVE,000012345678,SMARTPHONE,phone-1,%s,%d,0,,,%s"
                .formatted(lastDay, lastStep, seed));
  }

  private static String file(String name, String head, String row) throws IOException {
    Path file = Path.of(System.getProperty("karaf.data"), name + ".csv");
    return " " + Files.writeString(file, head + "\n" + row + "\n");
  }
}
