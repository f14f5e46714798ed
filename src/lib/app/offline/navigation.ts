/**
 * Addresses that are the server's, never a screen: data, packs, the health check, and files – a last segment with an
 * extension that starts with a letter, because a procedure's code (`/thu-tuc/1.001193`) has a dot too.
 */
export const serverAddresses: readonly RegExp[] = [
	/^\/(api|packs|voice-pack|healthz)(\/|\?|$)/,
	/^[^?]*\/[^/?]*\.[a-z][a-z0-9]*(\?|$)/i,
];
