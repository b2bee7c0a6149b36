/** The services that callers and transports see. */
@NullMarked
package org.ichido.core.service;

import org.jspecify.annotations.NullMarked;
