package org.ichido.store.jdbc;

/**
 * What {@code etc/org.ichido.store.cfg} says. Every change closes the store and opens it again.
 * Beside these keys {@code driver.target} selects the database's driver, such as {@code
 * (osgi.jdbc.driver.name=hsqldb)}.
 */
public @interface StoreConfig {
  /**
   * {@code url}: where the database is, as {@code jdbc:hsqldb:file:PATH}.
   *
   * @return the value
   */
  String url() default "";

  /**
   * {@code user}: the database user; becomes its only administrator when the database is made.
   *
   * @return the value
   */
  String user() default "ICHIDO";

  /**
   * {@code password.file}: made at the first start, readable by its owner alone.
   *
   * @return the value
   */
  String password_file() default "";

  /**
   * {@code lock.file}: held while the store is open, so that nobody else opens it.
   *
   * @return the value
   */
  String lock_file() default "";

  /**
   * {@code pool.size}: connections, 2 to 64. Writing takes one of them.
   *
   * @return the value
   */
  int pool_size() default 8;

  /**
   * {@code free.space.floor}: the store refuses work below that much free disk, in MB.
   *
   * @return the value
   */
  int free_space_floor() default 64;
}
