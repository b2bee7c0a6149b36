package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import javax.management.BadAttributeValueExpException;
import org.ichido.api.Audit;
import org.ichido.api.Authenticator;
import org.ichido.api.TokenAdministration;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.TokenStore;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;

/**
 * Whatever a program puts on the request queue ends as it must, and the next good message has its
 * verdict. The queue manager has the queues that are defined and no others.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class BadInputIT {
  private static final int DEPTH = 20;

  /** Each wrong case waits for what does not come: more would only take time. */
  private static final int ENOUGH = 6;

  private static final AtomicInteger OBJECTS_READ = new AtomicInteger();

  @Inject private BundleContext context;
  @Inject private Authenticator authenticator;

  @Inject
  @SuppressWarnings("UnusedVariable") // Waited for: without it the vault would not make its keys.
  private TokenStore store;

  @Inject private TokenAdministration administration;
  @Inject private Audit audit;
  @Inject private SecretVault vault;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private BadInputLab lab;

  @Configuration
  public Option[] onlyTheQueuesThatAreDefined() {
    String broker = "etc/org.ichido.broker.cfg";
    String profile = "etc/" + ProfileFile.NAME;
    return new Option[] {
      InKaraf.distribution(),
      editConfigurationFilePut(broker, "users", "channel, branch, other, stranger"),
      editConfigurationFilePut(
          broker,
          "queues",
          "KINSAN.OTP.REQUEST, KINSAN.OTP.OPERATOR, KINSAN.OTP.BACKOUT, KINSAN.CHANNEL.REPLY,"
              + " KINSAN.BRANCH.REPLY, KINSAN.CHANNEL.FULL"),
      editConfigurationFilePut(broker, "maximumDepth", Integer.toString(DEPTH)),
      editConfigurationFilePut(
          profile,
          "requester.channel.reply-to",
          "KINSAN.CHANNEL.REPLY, KINSAN.CHANNEL.MISSING, KINSAN.CHANNEL.FULL"),
      editConfigurationFilePut(profile, "requester.other.users", "other"),
      editConfigurationFilePut(profile, "requester.other.sends", "verify"),
      editConfigurationFilePut(profile, "requester.other.reply-to", "KINSAN.CHANNEL.REPLY"),
    };
  }

  /** Sees every class of every object that anybody in this JVM makes from bytes. */
  @BeforeClass
  public static void watchForObjects() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(
          info -> {
            if (BadAttributeValueExpException.class.equals(info.serialClass())) {
              OBJECTS_READ.incrementAndGet();
            }
            return ObjectInputFilter.Status.UNDECIDED;
          });
    }
  }

  @Before
  public void kinsanIsServed() throws Exception {
    try (ServedBanks banks = new ServedBanks(context)) {
      banks.untilServed();
    }
    Customers customers = new Customers(authenticator, administration);
    lab = new BadInputLab(context, queues, customers, administration, audit);
  }

  @After
  public void close() throws Exception {
    lab.close();
  }

  @Test
  public void a_whatIsBadEndsAsItMustAndTheNextGoodOneHasItsVerdict() throws Exception {
    List<BadInput> all =
        Stream.of(
                BadMessages.bodies(),
                BadMessages.characterSets(),
                BadMessages.replyQueues(),
                BadMessages.identities(),
                BadRecords.lengths(),
                BadRecords.headers(),
                BadRecords.times(),
                BadRecords.characters(),
                BadRecords.codes())
            .flatMap(List::stream)
            .toList();
    Set<String> names = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (BadInput input : all) {
      assertTrue("a name for each: " + input.name(), names.add(input.name()));
      try {
        lab.tryOut(input);
      } catch (AssertionError e) {
        wrong.add(e.getMessage());
        lab.clear();
      }
      assertTrue("enough is wrong: " + wrong, wrong.size() < ENOUGH);
    }
    assertEquals(List.of(), wrong);
    assertTrue("many cases: " + all.size(), all.size() >= 45);
    assertEquals("no object was made", 0, OBJECTS_READ.get());
  }

  @Test
  public void b_anObjectWouldHaveBeenSeen() throws Exception {
    int before = OBJECTS_READ.get();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new BadAttributeValueExpException("gadget"));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      in.readObject();
    }
    assertTrue(OBJECTS_READ.get() > before);
  }

  @Test
  public void c_aFrameOfTenMegabytesIsRefusedAtThePort() throws Exception {
    Check check = new Check(Evidence.attacks(), "a frame of 10 MB", "port");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10_000_000);
      byte[] megabyte = new byte[1 << 20];
      try {
        for (int written = 0; written < 10; written++) {
          out.write(megabyte);
        }
        check.that("the broker hung up before it had all", false);
      } catch (SocketException hungUp) {
        check.that("the broker hung up before it had all", true);
      }
    }
    lab.theNextGoodOneIsAccepted(check);
    check.done();
  }

  @Test
  public void d_unknownHoldersAreRefusedAlike() throws Exception {
    new Resends(lab).unknownHolders();
  }

  @Test
  public void e_oneRequestIdHasOneAnswer() throws Exception {
    Resends resends = new Resends(lab);
    resends.otherContent();
    resends.anotherRequester();
    resends.anotherCharacterSet();
    resends.anHonestResend();
    resends.aCorrectedRecord();
  }

  @Test
  public void f_whatExpiresIsNotJudgedOrNotAnswered() throws Exception {
    LostReplies replies = new LostReplies(lab);
    replies.expiredBeforeDelivery();
    replies.expiredAfterDelivery(vault);
  }

  @Test
  public void g_aReplyForAMissingQueueIsParkedAndTheVerdictStands() throws Exception {
    new LostReplies(lab).missingReplyQueue();
  }

  @Test
  public void h_aReplyForAFullQueueWaitsAndOthersDoNot() throws Exception {
    new LostReplies(lab).fullReplyQueue(DEPTH);
  }

  private static int port() throws IOException {
    Path file = Path.of(System.getProperty("karaf.etc"), "org.ichido.broker.cfg");
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> line.matches("port *= *\\d+"))
        .map(line -> Integer.valueOf(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
