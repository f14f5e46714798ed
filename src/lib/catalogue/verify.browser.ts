import type { VerifySignature } from './signature.ts';

/** Ed25519 in this browser; where it does not know that (Chrome before 137, many a WebView), in JavaScript. */
export const verifyEd25519: VerifySignature = async (key, text, signature) => {
	const [publicKey, message, signed] = [
		decode(key),
		new TextEncoder().encode(text),
		decode(signature),
	];
	if (publicKey?.length !== 32 || signed?.length !== 64) return false;
	try {
		const imported = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
		return await crypto.subtle.verify('Ed25519', imported, signed, message);
	} catch {
		const noble = await import('@noble/ed25519').catch(() => undefined);
		return noble?.verifyAsync(signed, message, publicKey);
	}
};

function decode(base64url: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
		return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	} catch {
		return undefined;
	}
}
