import { fail, ok, type Result } from '#lib/base/index.ts';
import type {
	Capabilities,
	EngineId,
	OnSpeechEvent,
	SpeakFailure,
	SpeakResult,
	SynthesisEngine,
	Utterance,
} from './engine.ts';
import { unlessAborted } from './unless-aborted.ts';
import { isSpeakable } from './words.ts';

/** Where the voice that works is remembered: `get` gives what `set` was last told on this device. */
export interface VoiceMemory {
	get(): string | null;
	set(id: EngineId | null): void;
}

export interface Speaker {
	/** Finds a voice that is there, so that the first sentence begins sooner; which one it found. */
	prepare(): Promise<Result<EngineId, SpeakFailure>>;
	/**
	 * Says one sentence with the first voice that can; ends what is being said, and begins only when it is silent.
	 * The reason of a failure is that of the voice tried first among those that are there.
	 */
	speak(utterance: Utterance, signal: AbortSignal, onEvent?: OnSpeechEvent): Promise<SpeakResult>;
	/** Silence, at once. */
	stop(): void;
	/** To be called inside the first tap. */
	unlock(): void;
	/** The person's choice of voice, before all others; `null`: begin again at the first rung. */
	prefer(id: EngineId | null): void;
	/** The voice that spoke last, for the settings screen. */
	voice(): EngineId | null;
	/** Every voice there may be, in the order they are tried, whether it is on this device or not. */
	voices(): readonly { readonly id: EngineId; readonly capabilities: Capabilities }[];
}

export interface SpeakerOptions {
	/** The screen is locked or another app is in front: voices the page does not render would stop. */
	hidden?(): boolean;
	/**
	 * Called before each sentence, when the voice is there: closes the microphone, since iOS plays at a whisper while one
	 * is open, and waits until nothing else sounds.
	 */
	hush?(): Promise<void> | void;
}

/** No lower rung would do better, and the device is not to blame. */
const final: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>(['aborted', 'interrupted']);
/** The voice is not there at all; of any other trouble one case may be chance. */
const lasting: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>(['no-voice', 'no-start']);
/** A missing tap or network says nothing about the voice. */
const blameless: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>(['needs-gesture', 'network']);
const strikesToLose = 2;

/** An engine that throws has a bug; the sentence is said by the next one all the same. */
async function attempt(engine: SynthesisEngine, ...call: Parameters<SynthesisEngine['speak']>) {
	try {
		return await engine.speak(...call);
	} catch (error) {
		return { ok: false, reason: 'error', detail: String(error) } as const;
	}
}

/**
 * One way to speak made of several: the first engine that says the sentence wins and is remembered.
 * A failing engine loses its place for good when it has no voice or does not start, else at its second failure.
 */
export function createSpeaker(
	engines: readonly SynthesisEngine[],
	memory: VoiceMemory,
	{ hidden = () => false, hush = () => undefined }: SpeakerOptions = {},
): Speaker {
	const strikes = new Map<EngineId, number>();
	let current: { controller: AbortController; done: Promise<SpeakResult> } | undefined;
	let spokeLast: EngineId | null = null;

	const inOrder = () => {
		const first = memory.get();
		const background = hidden();
		const place = ({ id, capabilities }: SynthesisEngine) =>
			(background && !capabilities.background ? 2 : 0) + (id === first ? 0 : 1);
		return [...engines].sort((a, b) => place(a) - place(b));
	};

	const remember = (id: EngineId, failed: ReadonlyMap<EngineId, SpeakFailure>) => {
		spokeLast = id;
		strikes.delete(id);
		// In the background the order is another one, and no voice is to blame for it.
		if (hidden()) return;
		for (const [loser, reason] of failed) {
			const count = (strikes.get(loser) ?? 0) + (lasting.has(reason) ? strikesToLose : 1);
			strikes.set(loser, count);
		}
		const lost = [...failed.keys()].every((loser) => (strikes.get(loser) ?? 0) >= strikesToLose);
		const blamed = failed.size > 0 || !engines.some((engine) => engine.id === memory.get());
		if (lost && blamed && memory.get() !== id) memory.set(id);
	};

	const run = async (
		utterance: Utterance,
		signal: AbortSignal,
		onEvent: OnSpeechEvent | undefined,
	): Promise<SpeakResult> => {
		const failed = new Map<EngineId, SpeakFailure>();
		let told: (SpeakResult & { ok: false }) | undefined;
		const order = inOrder();
		for (const [at, engine] of order.entries()) {
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			// A service that lets us wait is raced: by the time it is given up the next voice is ready.
			if (engine.capabilities.network) void order[at + 1]?.prepare();
			const ready = await unlessAborted(engine.prepare(), signal);
			if (ready === 'aborted') return { ok: false, reason: 'aborted' };
			// As late as can be: over a thin line the voice took its time, and meanwhile others may have begun.
			if (ready.ok) await hush();
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			const result = ready.ok ? await attempt(engine, utterance, signal, onEvent) : ready;
			if (result.ok) {
				remember(engine.id, failed);
				return result;
			}
			if (final.has(result.reason)) return result;
			if (!blameless.has(result.reason)) failed.set(engine.id, result.reason);
			if (!told || told.reason === 'no-voice' || result.reason === 'needs-gesture') told = result;
		}
		return told ?? { ok: false, reason: 'no-voice' };
	};

	return {
		async prepare() {
			let last: Result<EngineId, SpeakFailure> = fail('no-voice');
			for (const engine of inOrder()) {
				const ready = await engine.prepare();
				if (ready.ok) return ok(engine.id);
				last = ready;
			}
			return last;
		},
		async speak(utterance, signal, onEvent) {
			if (!isSpeakable(utterance.words)) return { ok: false, reason: 'nothing-to-say' };
			const before = current;
			const controller = new AbortController();
			const stop = () => controller.abort();
			signal.addEventListener('abort', stop, { once: true });
			if (signal.aborted) stop();
			before?.controller.abort();
			const done = (async () => {
				await before?.done;
				return run(utterance, controller.signal, onEvent);
			})();
			const mine = { controller, done };
			current = mine;
			try {
				return await done;
			} finally {
				signal.removeEventListener('abort', stop);
				if (current === mine) current = undefined;
			}
		},
		stop: () => current?.controller.abort(),
		unlock: () => engines.forEach((engine) => engine.unlock()),
		prefer(id) {
			strikes.clear();
			memory.set(id);
		},
		voice: () => spokeLast,
		voices: () => inOrder().map(({ id, capabilities }) => ({ id, capabilities })),
	};
}
