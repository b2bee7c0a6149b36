/** What an administrator defines besides queues: channels, users, and who may do what. */
@NullMarked
package org.ichido.queuemanager.definitions;

import org.jspecify.annotations.NullMarked;
