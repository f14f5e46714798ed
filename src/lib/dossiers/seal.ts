import canonicalize from 'canonicalize';
import { sha256 } from '#lib/base/index.ts';
import type { DossierBody, UnsealedBody } from './body.ts';

/**
 * The hash that freezes a body: lower-hex SHA-256 of its RFC 8785 form without the top-level `sha256`.
 * @throws on what JSON cannot say: a lone surrogate, NaN, a circle
 */
export function hashOfBody(body: UnsealedBody): Promise<string> {
	return sha256(canonicalText(body));
}

/** @throws like `hashOfBody` */
export async function sealBody(body: UnsealedBody): Promise<DossierBody> {
	const { id, procedure, unit, form, answers, attachments, createdAt } = body;
	const bare = { id, procedure, unit, form, answers, attachments, createdAt };
	return { ...bare, sha256: await hashOfBody(bare) };
}

/** The RFC 8785 form of a body without its top-level `sha256`. @throws like `hashOfBody` */
export function canonicalText(body: UnsealedBody): string {
	const bare: Record<string, unknown> = { ...body };
	delete bare.sha256;
	const text = canonicalize(bare);
	if (text === undefined) throw new Error('a body is an object');
	return text;
}
