/** OTP algorithms of OATH. Each is a service, found by its plain name. */
@NullMarked
package org.ichido.oath;

import org.jspecify.annotations.NullMarked;
