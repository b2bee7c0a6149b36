/** How a customer is told: what is to be sent, and the service that sends it. */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.spi.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
