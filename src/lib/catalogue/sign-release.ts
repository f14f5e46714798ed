import type { Manifest } from './release.ts';
import { endorsedText, signedText } from './signature.ts';

export interface Signer {
	/** raw Ed25519 public key, base64url */
	readonly key: string;
	/** base64url */
	sign(text: string): string;
}

/**
 * Signs a release with the key in use, and has each key name its successor, so that a phone that knows an older one
 * follows. Ed25519 gives the same signature each time.
 * @param signers oldest first, at least one
 */
export function signRelease(manifest: Manifest, signers: readonly Signer[]): Manifest {
	const keys = signers.map(({ key }, at) => {
		const before = signers[at - 1];
		return before ? { key, endorsement: before.sign(endorsedText(key)) } : { key };
	});
	const named = { ...manifest, keys };
	return { ...named, signature: signers.at(-1)!.sign(signedText(named)) };
}
