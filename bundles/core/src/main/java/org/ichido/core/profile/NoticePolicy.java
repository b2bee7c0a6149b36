package org.ichido.core.profile;

import java.net.URI;

/**
 * What a bank's mails to customers say, and from whom they come.
 *
 * @param sender the address they come from, of a domain that the bank allows (S1-10, S3-26, S4-9)
 * @param issue the mail of a new enrolment (S1-9, S1-12)
 * @param downloadUrl where the app is (S1-9)
 */
public record NoticePolicy(String sender, MailText issue, URI downloadUrl) {}
