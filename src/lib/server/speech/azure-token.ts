import { fail, ok, type Result } from '#lib/base/index.ts';

export interface SpeechToken {
	/** good for ten minutes, for one region's speech service only */
	readonly authorizationToken: string;
	readonly region: string;
}

export interface SpeechAccount {
	readonly key: string;
	readonly region: string;
}

/** The operator's account, from `AZURE_SPEECH_KEY` and `VITE_AZURE_SPEECH_REGION`; none is the usual case. */
export function speechAccount(env: NodeJS.ProcessEnv): SpeechAccount | undefined {
	const { AZURE_SPEECH_KEY: key, VITE_AZURE_SPEECH_REGION: region } = env;
	return key && region && /^[a-z0-9]+$/.test(region) ? { key, region } : undefined;
}

/** Fetches a short-lived token, so that the key itself never leaves the server. */
export async function issueSpeechToken(
	{ key, region }: SpeechAccount,
	fetch: typeof globalThis.fetch,
): Promise<Result<SpeechToken, 'refused' | 'unreachable'>> {
	try {
		const response = await fetch(
			`https://${region}.api.cognitive.microsoft.com/sts/v1.0/issueToken`,
			{
				method: 'POST',
				headers: { 'Ocp-Apim-Subscription-Key': key },
				signal: AbortSignal.timeout(5_000),
			},
		);
		if (!response.ok) return fail('refused', String(response.status));
		return ok({ authorizationToken: await response.text(), region });
	} catch {
		return fail('unreachable');
	}
}
