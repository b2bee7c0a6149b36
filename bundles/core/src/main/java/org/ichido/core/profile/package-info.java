/**
 * Bank profiles: read, validated, resolved against the installed rules, or refused with file and
 * key.
 */
@NullMarked
package org.ichido.core.profile;

import org.jspecify.annotations.NullMarked;
