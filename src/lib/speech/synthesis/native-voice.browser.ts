import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';

const vietnamese = /^(vi|vie)([-_]|$)/i;
/** `voiceschanged` comes late (Chrome), twice (Android) or never (Safari): so the list is also looked at. */
const pollMs = 100;
const patienceMs = 2_000;

export interface VoiceFinder {
	/** A Vietnamese voice of the device itself; waits up to 2 s for the list the first time, later only looks. */
	find(): Promise<Result<SpeechSynthesisVoice, 'no-voice'>>;
}

/** Remote voices are left out: they need the network, and desktop Chrome's stop after 15 s without an event. */
export function createVoiceFinder(synthesis: SpeechSynthesis, clock: Clock): VoiceFinder {
	let waited: Promise<void> | undefined;
	// The list is empty at times in Chrome even after it was filled.
	let found: SpeechSynthesisVoice | undefined;

	const look = () => {
		const local = synthesis
			.getVoices()
			.filter(({ lang, localService }) => localService && vietnamese.test(lang));
		found = local.find((voice) => voice.default) ?? local[0] ?? found;
		return found;
	};

	const wait = async () => {
		const end = clock.now() + patienceMs;
		while (!look() && clock.now() < end) await clock.sleep(pollMs);
	};

	return {
		async find() {
			if (!look()) await (waited ??= wait());
			const voice = look();
			return voice ? ok(voice) : fail('no-voice');
		},
	};
}
