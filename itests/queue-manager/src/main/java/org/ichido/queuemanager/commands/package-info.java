/**
 * The command server: what an administration program asks by messages. Knows the calls, and is
 * known by {@code queuemanager} alone.
 */
@NullMarked
package org.ichido.queuemanager.commands;

import org.jspecify.annotations.NullMarked;
