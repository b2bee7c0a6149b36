package org.ichido.queuemanager.mqsc;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.definitions.Authorities;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.definitions.Users;

/** SET AUTHREC, DEFINE AUTHINFO and ALTER QMGR. */
final class SecurityCommands {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "DESCR",
          "REPLACE",
          "FAILDLAY",
          "CHCKLOCL",
          "AUTHENMD",
          "MAXMSGL",
          "MAXUMSGS",
          "CCSID",
          "MONQ",
          "MONCHL",
          "STATQ",
          "STATMQI",
          "ACCTQ",
          "ACCTMQI",
          "AUTHOREV",
          "INHIBTEV",
          "LOCALEV",
          "PERFMEV",
          "SSLEV",
          "CHLEV",
          "SSLKEYR",
          "CERTLABL",
          "SSLFIPS",
          "FORCE",
          "SERVICE");

  private final Kernel kernel;
  private final List<String> ignored;

  SecurityCommands(Kernel kernel, List<String> ignored) {
    this.kernel = kernel;
    this.ignored = ignored;
  }

  void authorize(MqscCommand command) {
    String type = command.take("OBJTYPE").orElseThrow(() -> command.wrong("OBJTYPE is missing"));
    String profile = command.take("PROFILE").orElse("");
    boolean isGroup = command.attributes().containsKey("GROUP");
    String who =
        command
            .take(isGroup ? "GROUP" : "PRINCIPAL")
            .orElseThrow(() -> command.wrong("PRINCIPAL or GROUP is missing"));
    Set<Authority> added = authorities(command, "AUTHADD");
    Set<Authority> removed = authorities(command, "AUTHRMV");
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    if (!type.equals("QUEUE") && !type.equals("QMGR")) {
      ignored.add("line " + command.line() + ": " + command.what() + " OBJTYPE(" + type + ")");
      return;
    }
    Authorities.Grant grant =
        new Authorities.Grant(who, isGroup, type.equals("QMGR") ? "" : profile);
    kernel.authorities().remove(grant, removed);
    kernel.authorities().add(grant, added);
  }

  private static Set<Authority> authorities(MqscCommand command, String keyword) {
    Set<Authority> authorities = EnumSet.noneOf(Authority.class);
    for (String word : command.take(keyword).orElse("NONE").split(",", -1)) {
      switch (word.strip().toUpperCase(Locale.ROOT)) {
        case "NONE" -> {
          // As it says.
        }
        case "ALL" -> authorities.addAll(EnumSet.allOf(Authority.class));
        case "ALLMQI" -> authorities.addAll(EnumSet.range(Authority.CONNECT, Authority.SETALL));
        default -> {
          try {
            authorities.add(Authority.valueOf(word.strip().toUpperCase(Locale.ROOT)));
          } catch (IllegalArgumentException e) {
            throw command.wrong(keyword + "(" + word.strip() + ") is not known");
          }
        }
      }
    }
    return authorities;
  }

  void authentication(MqscCommand command) {
    String type = command.take("AUTHTYPE").orElse("IDPWOS");
    boolean required = command.take("CHCKCLNT").map("REQUIRED"::equals).orElse(false);
    boolean adopts = command.takeChoice("ADOPTCTX", "YES", "NO").orElse(true);
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    if (!type.equals("IDPWOS")) {
      throw command.wrong("AUTHTYPE(" + type + ") is not known");
    }
    kernel.users().defineCheck(command.name(), new Users.Check(required, adopts));
  }

  void queueManager(MqscCommand command) {
    command.take("DEADQ").ifPresent(kernel::deadLetterQueue);
    command.takeChoice("CHLAUTH", "ENABLED", "DISABLED").ifPresent(kernel.channelRules()::enable);
    Optional<String> check = command.take("CONNAUTH");
    if (check.isPresent() && !kernel.users().useCheck(check.get())) {
      throw command.wrong("no AUTHINFO " + check.get());
    }
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
  }
}
