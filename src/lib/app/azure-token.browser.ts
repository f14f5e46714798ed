import { fail, ok } from '#lib/base/index.ts';
import type { AzureToken } from '#lib/speech/index.browser.ts';

/** A short-lived token for the operator's speech service, from the server, which has the key. */
export async function azureToken() {
	const response = await fetch('/api/speech-token', { method: 'POST' });
	return response.ok
		? ok((await response.json()) as AzureToken)
		: fail('unavailable', String(response.status));
}
