/** What core banking tells of contracts and users. */
@NullMarked
package org.ichido.core.contract;

import org.jspecify.annotations.NullMarked;
