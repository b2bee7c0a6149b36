package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import com.ibm.mq.constants.CMQCFC;
import com.ibm.mq.headers.pcf.MQCFH;
import com.ibm.mq.headers.pcf.MQCFIN;
import com.ibm.mq.headers.pcf.MQCFST;
import com.ibm.mq.headers.pcf.PCFMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.ichido.mq.QueueInquiry.Answer;
import org.ichido.mq.QueueInquiry.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IBM's own PCF classes are what our bytes are compared with. */
class QueueInquiryTest {
  private static byte[] answer(int encoding, int ccsid, int reason) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    MQCFH header = new MQCFH();
    header.setType(CMQCFC.MQCFT_RESPONSE);
    header.setCommand(CMQCFC.MQCMD_INQUIRE_Q);
    header.setCompCode(reason == 0 ? 0 : 2);
    header.setReason(reason);
    header.setParameterCount(reason == 0 ? 4 : 0);
    header.write(out, encoding, ccsid);
    if (reason == 0) {
      new MQCFST(CMQC.MQCA_Q_NAME, padded("A.REQUEST")).write(out, encoding, ccsid);
      new MQCFIN(CMQC.MQIA_Q_TYPE, CMQC.MQQT_LOCAL).write(out, encoding, ccsid);
      new MQCFIN(CMQC.MQIA_BACKOUT_THRESHOLD, 400).write(out, encoding, ccsid);
      new MQCFST(CMQC.MQCA_BACKOUT_REQ_Q_NAME, padded("A.BACKOUT")).write(out, encoding, ccsid);
    }
    return bytes.toByteArray();
  }

  private static String padded(String name) {
    return (name + " ".repeat(48)).substring(0, 48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AB", "ABC", "ABCD", "KINSAN.OTP.REQUEST"})
  void theCommandIsWhatIbmsOwnClassesWouldSay(String queue) throws Exception {
    PCFMessage theirs = new PCFMessage(CMQCFC.MQCMD_INQUIRE_Q);
    theirs.addParameter(CMQC.MQCA_Q_NAME, queue);
    theirs.addParameter(
        CMQCFC.MQIACF_Q_ATTRS,
        new int[] {CMQC.MQIA_BACKOUT_THRESHOLD, CMQC.MQCA_BACKOUT_REQ_Q_NAME});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    theirs.write(new DataOutputStream(bytes), CMQC.MQENC_NATIVE, 819);

    byte[] ours = QueueInquiry.command(queue);

    MQMessage message = new MQMessage();
    message.format = QueueInquiry.FORMAT;
    message.characterSet = QueueInquiry.CCSID;
    message.encoding = QueueInquiry.ENCODING;
    message.write(ours);
    message.seek(0);
    PCFMessage read = new PCFMessage(message);
    assertThat(read.getCommand()).isEqualTo(CMQCFC.MQCMD_INQUIRE_Q);
    assertThat(read.getStringParameterValue(CMQC.MQCA_Q_NAME)).isEqualTo(queue);
    assertThat(read.getIntListParameterValue(CMQCFC.MQIACF_Q_ATTRS))
        .isEqualTo(theirs.getIntListParameterValue(CMQCFC.MQIACF_Q_ATTRS));
    assertThat(ours).hasSameSizeAs(bytes.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({"273, 819, ISO-8859-1", "546, 819, ISO-8859-1", "273, 939, x-IBM939"})
  void anAnswerIsReadInEitherByteOrderAndInAsciiOrEbcdic(int encoding, int ccsid, String names)
      throws Exception {
    assertThat(QueueInquiry.read(answer(encoding, ccsid, 0), Charset.forName(names)))
        .contains(new Answer(0, Optional.of(new Attributes("A.REQUEST", 400, "A.BACKOUT"))));
  }

  @Test
  void aCommandThatWasNotDoneSaysWhy() throws Exception {
    assertThat(QueueInquiry.read(answer(273, 819, 2035), ISO_8859_1))
        .contains(new Answer(2035, Optional.empty()));
  }

  @Test
  void whateverElseComesIsNoAnswer() throws Exception {
    byte[] good = answer(273, 819, 0);
    for (int length = 0; length < good.length; length++) {
      assertThat(
              QueueInquiry.read(Arrays.copyOf(good, length), ISO_8859_1)
                  .flatMap(Answer::attributes))
          .isEmpty();
    }
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = good.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      // Must come back, whatever it says.
      assertThat(QueueInquiry.read(damaged, ISO_8859_1)).isNotNull();
    }
  }
}
