import { systemClock } from '#lib/base/index.browser.ts';
import type { Clock, Result } from '#lib/base/index.ts';
import type { RecognitionEngine } from './engine.ts';
import { listen, patience } from './listen.ts';
import { askForMicrophone } from './microphone.browser.ts';
import type { WebSpeechConstructor } from './web-speech.ts';

/** A token the server has fetched for this device; Azure's live for ten minutes. */
export interface AzureToken {
	readonly authorizationToken: string;
	/** e.g. `southeastasia` */
	readonly region: string;
}

export interface AzureOptions {
	/** Asked for each utterance; may keep a token while it is good. */
	token(): Promise<Result<AzureToken>>;
	consented(): boolean;
	online?(): boolean;
	clock?: Clock;
	/** the Web Speech API on top of Azure; fetched at the first use, 77 KB */
	load?(token: AzureToken): Promise<WebSpeechConstructor>;
}

/** Room for a cold start: the secure socket is opened before the microphone. */
const connectMs = 5_000;

/** Azure's recogniser for Vietnamese, where an operator has an account. */
export function createAzureRecognition({
	token,
	consented,
	online = () => navigator.onLine,
	clock = systemClock,
	load = loadPonyfill,
}: AzureOptions): RecognitionEngine {
	return {
		id: 'azure',
		availability() {
			if (!online()) return Promise.resolve('no');
			return Promise.resolve(consented() ? 'yes' : 'needs-consent');
		},
		async listen(request) {
			const refused = await askForMicrophone(request.signal);
			if (refused) return { ok: false, reason: refused };
			let Recognition: WebSpeechConstructor;
			try {
				const credentials = await token();
				if (!credentials.ok) return { ok: false, reason: 'unavailable' };
				Recognition = await load(credentials.value);
			} catch {
				return { ok: false, reason: 'network' };
			}
			const audioStart = patience.audioStart + connectMs;
			return listen(new Recognition(), request, clock, { ...patience, audioStart });
		},
	};
}

async function loadPonyfill(credentials: AzureToken): Promise<WebSpeechConstructor> {
	// Touches `document` when imported.
	const { createSpeechRecognitionPonyfill } = await import('web-speech-cognitive-services');
	const { SpeechRecognition } = createSpeechRecognitionPonyfill({
		credentials,
		enableTelemetry: false,
		// The words as they were said: "Display" puts digits for them and a full stop after.
		textNormalization: 'lexical',
	}) as unknown as { SpeechRecognition: WebSpeechConstructor };
	return SpeechRecognition;
}
