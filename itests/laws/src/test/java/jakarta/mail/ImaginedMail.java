package jakarta.mail;

/** Stands for the mail library's classes. */
public final class ImaginedMail {}
