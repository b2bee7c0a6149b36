/** The vault on a PKCS#12 keystore: seals seeds, and fingerprints requests. */
@NullMarked
package org.ichido.vault;

import org.jspecify.annotations.NullMarked;
