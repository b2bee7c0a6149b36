package org.ichido.core.wrong;

import jakarta.mail.ImaginedMail;

public record MailInCore(ImaginedMail mail) {}
