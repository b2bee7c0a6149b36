/**
 * Records: what stands in a message, without the queue it came by. Reads the copybooks, decodes
 * requests, has them decided once, encodes replies. Free of JMS.
 */
@NullMarked
package org.ichido.mq.record;

import org.jspecify.annotations.NullMarked;
