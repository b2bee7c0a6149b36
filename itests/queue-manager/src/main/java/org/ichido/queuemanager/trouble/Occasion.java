package org.ichido.queuemanager.trouble;

/**
 * A call that is about to be done.
 *
 * @param call which
 * @param connection the number of the connection, counted from 1 as they are made; 0 before it is
 * @param user the user of the connection; blank before it is known
 * @param queue the queue it is about; blank if it is about none
 */
public record Occasion(Call call, int connection, String user, String queue) {}
