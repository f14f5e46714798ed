import { systemClock } from '#lib/base/index.browser.ts';
import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import type { AzureToken } from '../recognition/azure.browser.ts';
import { createAudioOut, type AudioOut } from './audio-out.browser.ts';
import { loadAzureUtterance, type AzureUtteranceConstructor } from './azure-utterance.browser.ts';
import type { Capabilities, Gender, SpeakResult, SynthesisEngine } from './engine.ts';
import { withoutMarkup } from './espeak-audio.ts';
import { movedBy } from './events.ts';
import { pageContext } from './page-context.browser.ts';
import { isSpeakable } from './words.ts';

const capabilities: Capabilities = {
	words: 'never',
	background: true,
	network: true,
	regions: [],
	genders: ['female', 'male'],
};

const voices: Record<Gender, string> = {
	female: 'vi-VN-HoaiMyNeural',
	male: 'vi-VN-NamMinhNeural',
};

/** From the request to the first sound; the bundled voice stands by meanwhile. */
const startMs = 2_500;
/** After a failure the service is left alone, or every sentence would begin with that wait. */
const restMs = 60_000;
/** Azure's tokens live for ten minutes. */
const tokenMs = 9 * 60_000;

export interface AzureVoiceOptions {
	/** Fetches a token from the app's server, which has the key. */
	token(): Promise<Result<AzureToken>>;
	consented(): boolean;
	online?(): boolean;
	clock?: Clock;
	out?: AudioOut;
	/** Azure's utterances; fetched at the first use, 77 KB */
	load?(credentials: () => Promise<AzureToken>): Promise<AzureUtteranceConstructor>;
}

/** Azure's voices for Vietnamese, where an operator has an account and the person agreed that words are sent there. */
export function createAzureEngine({
	token,
	consented,
	online = () => navigator.onLine,
	clock = systemClock,
	out = createAudioOut(),
	load = loadAzureUtterance,
}: AzureVoiceOptions): SynthesisEngine {
	let restsUntil = -Infinity;
	let held: { token: AzureToken; until: number } | undefined;
	let loading: Promise<AzureUtteranceConstructor> | undefined;

	const credentials = async () => {
		if (held && clock.now() < held.until) return held.token;
		const fetched = await token();
		if (!fetched.ok) throw new Error(fetched.reason);
		held = { token: fetched.value, until: clock.now() + tokenMs };
		return held.token;
	};

	const run = async (
		...[
			{ words, from = 0, rate, pitch = 1, volume = 1, gender = 'female' },
			signal,
			onEvent,
		]: Parameters<SynthesisEngine['speak']>
	): Promise<SpeakResult> => {
		const late = new AbortController();
		const either = AbortSignal.any([signal, late.signal]);
		let started = false;
		const watchdog = clock.sleep(startMs, either).then(
			() => (started ? undefined : late.abort()),
			() => undefined,
		);
		const speaking = (async (): Promise<SpeakResult> => {
			// First, because the ponyfill asks for the list of voices by itself and lets that failure go unseen.
			await credentials();
			const Utterance = await (loading ??= load(credentials));
			const utterance = new Utterance(withoutMarkup(words.slice(from)));
			Object.assign(utterance, { lang: 'vi-VN', rate, pitch, volume });
			utterance.voice = { voiceURI: voices[gender] };
			return utterance.playOn((ended) =>
				pageContext(out, either, ended, (event) => {
					started = true;
					movedBy(from, onEvent)(event);
				}),
			);
		})().catch((error: unknown): SpeakResult => {
			loading = undefined;
			return { ok: false, reason: 'network', detail: String(error) };
		});
		const stopped = new Promise<SpeakResult>((resolve) =>
			either.addEventListener('abort', () =>
				resolve(
					signal.aborted ? { ok: false, reason: 'aborted' } : { ok: false, reason: 'network' },
				),
			),
		);
		const result = await Promise.race([speaking, stopped]);
		late.abort();
		await watchdog;
		return result;
	};

	return {
		id: 'azure',
		capabilities,
		prepare() {
			const ready = consented() && online() && clock.now() >= restsUntil;
			return Promise.resolve(ready ? ok(undefined) : fail('network'));
		},
		async speak(utterance, signal, onEvent) {
			if (!isSpeakable(utterance.words.slice(utterance.from))) {
				return { ok: false, reason: 'nothing-to-say' };
			}
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			const result = await run(utterance, signal, onEvent);
			if (!result.ok && result.reason === 'network') restsUntil = clock.now() + restMs;
			return result;
		},
		unlock: () => out.unlock(),
	};
}
