import type { Manifest } from './release.ts';

/**
 * Is `signature` the key's over `text`? Both base64url.
 * @returns undefined where that cannot be told now: the code for it has not come
 */
export type VerifySignature = (
	key: string,
	text: string,
	signature: string,
) => Promise<boolean | undefined>;

/** What a release's signature is over: its manifest as written, without the signature. */
export const signedText = (manifest: Manifest): string =>
	JSON.stringify({ ...manifest, signature: undefined });

/** What an older key signs to name its successor. */
export const endorsedText = (key: string) => `mot-cua-noi catalogue key ${key}`;

/** The key that signed a release; a phone that has used a release takes no other's. */
export const signerOf = ({ keys }: Pick<Manifest, 'keys'>): string | undefined => keys?.at(-1)?.key;

/**
 * Was a release signed by a pinned key, or by one that leads back to it, each named by the one before?
 * @returns undefined where that cannot be told now
 */
export async function isSignedBy(
	pinned: string,
	manifest: Manifest,
	verify: VerifySignature,
): Promise<boolean | undefined> {
	const { keys = [], signature = '' } = manifest;
	const from = keys.findIndex(({ key }) => key === pinned);
	if (from < 0) return false;
	let signer = pinned;
	for (const { key, endorsement = '' } of keys.slice(from + 1)) {
		const named = await verify(signer, endorsedText(key), endorsement);
		if (!named) return named;
		signer = key;
	}
	return verify(signer, signedText(manifest), signature);
}
