import { systemClock } from '#lib/base/index.browser.ts';
import type { Clock } from '#lib/base/index.ts';
import type { EngineFailure, EngineRequest, EngineResult, RecognitionEngine } from './engine.ts';
import { listen, patience } from './listen.ts';
import { answerAboutMicrophone } from './microphone.browser.ts';
import type { WebSpeechConstructor } from './web-speech.ts';

/** These do not change while the page is open: asking again would only cost the person another silence. */
const lasting: ReadonlySet<EngineFailure> = new Set<EngineFailure>([
	'language-not-supported',
	'network',
	'dead',
]);

export interface NativeRecognitionOptions {
	Recognition?: WebSpeechConstructor | undefined;
	clock?: Clock;
	/** the person has agreed that speech may leave the device */
	consented(): boolean;
	online?(): boolean;
}

const builtIn = () => {
	const scope = globalThis as {
		SpeechRecognition?: WebSpeechConstructor;
		webkitSpeechRecognition?: WebSpeechConstructor;
	};
	return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
};

/** The browser's recogniser with Vietnamese on the device (Chrome 139+, once its pack is installed). */
export function createDeviceRecognition({
	Recognition = builtIn(),
	clock = systemClock,
}: Omit<NativeRecognitionOptions, 'consented' | 'online'> = {}): RecognitionEngine {
	const session = createSession(clock);
	return {
		id: 'device',
		async availability() {
			if (session.dead || !Recognition?.available) return 'no';
			try {
				const langs = ['vi-VN'];
				const answer = await Recognition.available({ langs, processLocally: true });
				return answer === 'available' ? 'yes' : 'no';
			} catch {
				return 'no';
			}
		},
		listen: (request) =>
			session.listen(request, () => {
				const recognition = new Recognition!();
				recognition.processLocally = true;
				return recognition;
			}),
	};
}

/** The browser's recogniser as its maker runs it, which sends speech to a server. */
export function createBrowserRecognition({
	Recognition = builtIn(),
	clock = systemClock,
	consented,
	online = () => navigator.onLine,
}: NativeRecognitionOptions): RecognitionEngine {
	const session = createSession(clock);
	return {
		id: 'browser',
		availability() {
			if (session.dead || !Recognition || !online()) return Promise.resolve('no');
			return Promise.resolve(consented() ? 'yes' : 'needs-consent');
		},
		listen: (request) => session.listen(request, () => new Recognition!()),
	};
}

/** Remembers for as long as the page is open that a recogniser is dead, as in apps installed on iOS. */
function createSession(clock: Clock) {
	let dead = false;
	return {
		get dead() {
			return dead;
		},
		async listen(
			request: EngineRequest,
			make: () => InstanceType<WebSpeechConstructor>,
		): Promise<EngineResult> {
			const result = await listen(make(), request, clock, patience, () =>
				answerAboutMicrophone(request.signal),
			);
			if (!result.ok && lasting.has(result.reason)) dead = true;
			return result;
		},
	};
}
