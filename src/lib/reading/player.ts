import type { SpeakFailure, SpeakResult } from '#lib/speech/index.ts';
import { playerItems, type PlayerItem } from './player-items.ts';
import {
	itemAfter,
	itemBefore,
	sectionAfter,
	sectionBefore,
	sectionStart,
} from './player-route.ts';
import type { Player, PlayerOptions, PlayerState, ReadingPace } from './player-types.ts';

/** Sentences in a row that may fail before the voice itself is taken to be broken. */
const errorCap = 3;
/** The sound was taken away or is not allowed yet: the sentence waits, it has not failed. */
const pausing: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>([
	'aborted',
	'interrupted',
	'needs-gesture',
]);
/** No sentence would fare better. */
const hopeless: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>(['no-voice', 'unavailable']);

const clampRate = (rate: number) => Math.min(4, Math.max(0.5, rate));

interface Aside {
	readonly words: string;
	settle(heard: boolean): void;
}

/**
 * Reads a script sentence by sentence. Never asks for two utterances at once, and never passes a sentence over
 * unless it was told to or the sentence could not be said. A voice that fails three times in a row
 * stops it at the first sentence that was not heard.
 */
export function createPlayer({
	speak,
	toWords,
	onChange,
	onWord,
	...options
}: PlayerOptions): Player {
	let items: readonly PlayerItem[] = [];
	let index = 0;
	let rate = clampRate(options.rate ?? 1);
	let pace: ReadingPace = options.pace ?? 'full';
	/** the block that is read in full though the rest is skimmed */
	let fullBlock: number | undefined;
	let sleeping = false;
	let status: PlayerState['status'] = 'idle';
	let reason: SpeakFailure | undefined;
	/** place in the sentence's words where the last word that was told begins */
	let word = 0;
	/** place of the first of the sentences that failed in a row, and how many they are */
	let failedAt = 0;
	let failures = 0;
	/** rises at every start and stop, so that what an earlier utterance still reports is ignored */
	let generation = 0;
	let controller = new AbortController();
	let speaking: Promise<unknown> | undefined;
	let asides: Aside[] = [];

	const isFull = ({ block }: PlayerItem) =>
		pace === 'full' || (block !== undefined && block === fullBlock);
	const onTheWay = (item: PlayerItem) => item.leads || isFull(item);
	const wordsOf = (item: PlayerItem) => toWords(item.text, isFull(item) ? 'full' : 'skim');

	const isAbridged = () => {
		const item = items[index];
		if (!item || item.block === undefined || isFull(item)) return false;
		const { block } = item;
		const hasMore = items[index + 1]?.block === block || !item.leads;
		return hasMore || toWords(item.text, 'full') !== wordsOf(item);
	};

	const state = (): PlayerState => ({
		status,
		sentenceId: items[index]?.sentenceId ?? null,
		sectionId: items[index]?.sectionId ?? null,
		rate,
		pace,
		...(isAbridged() && { abridged: true }),
		...(sleeping && { sleeping: true }),
		...(reason && { reason }),
	});

	const silence = () => {
		generation += 1;
		controller.abort();
	};

	const rest = (as: PlayerState['status'], at = index, why?: SpeakFailure) => {
		silence();
		status = as;
		if (at !== index || as !== 'paused') word = 0;
		index = at;
		reason = why;
		failures = 0;
		if (as !== 'playing') dropAsides();
		onChange(state());
	};

	const dropAsides = () => {
		for (const { settle } of asides) settle(false);
		asides = [];
	};

	const start = (at: number, from = 0) => {
		failures = 0;
		if (items.length === 0) return;
		if (at >= items.length) rest('idle', 0);
		else say(at, from);
	};

	const say = (at: number, from = 0) => {
		silence();
		controller = new AbortController();
		index = at;
		word = from;
		status = 'playing';
		reason = undefined;
		if (items[at]!.block !== fullBlock) fullBlock = undefined;
		const mine = generation;
		onChange(state());
		// Told of the change, the listener may have paused or moved on already.
		if (mine === generation) void utter(mine, controller.signal);
	};

	const utter = async (mine: number, signal: AbortSignal) => {
		// The first utterance is asked for at once, inside the tap that iOS insists on.
		while (speaking) await speaking;
		while (mine === generation && asides.length > 0) await sayAside(asides[0]!, signal);
		if (mine !== generation) return;
		const item = items[index]!;
		const following = items[itemAfter(items, index, onTheWay)];
		const words = wordsOf(item);
		const from = word > 0 && word < words.length ? word : 0;
		const result = await ask(() =>
			speak(words, {
				rate,
				signal,
				onWord: (charIndex, length) => {
					if (mine !== generation) return;
					word = charIndex;
					onWord?.(item.sentenceId, charIndex, length);
				},
				...(from > 0 && { from }),
				...(following && { next: wordsOf(following) }),
			}),
		);
		if (mine === generation) heard(result);
	};

	const sayAside = async (aside: Aside, signal: AbortSignal) => {
		const { ok } = await ask(() => speak(aside.words, { rate, signal, onWord: () => undefined }));
		if (asides[0] === aside) asides.shift();
		aside.settle(ok);
	};

	const ask = async (run: () => Promise<SpeakResult>): Promise<SpeakResult> => {
		const asked = attempt(run);
		speaking = asked;
		const result = await asked;
		speaking = undefined;
		return result;
	};

	const heard = (result: SpeakResult) => {
		if (!result.ok && pausing.has(result.reason)) return rest('paused', index, result.reason);
		const next = itemAfter(items, index, onTheWay);
		if (result.ok) failures = 0;
		else if (result.reason !== 'nothing-to-say') {
			if (failures === 0) failedAt = index;
			failures += 1;
			if (failures >= errorCap || next >= items.length || hopeless.has(result.reason)) {
				return rest('failed', failedAt, result.reason);
			}
		}
		if (next >= items.length) return rest('idle', 0);
		const section = items[index]?.sectionId;
		if (sleeping && section !== undefined && items[next]!.sectionId !== section) {
			sleeping = false;
			return rest('paused', next);
		}
		say(next);
	};

	/** What sounds begins anew under a changed setting. */
	const again = (from: number) => (status === 'playing' ? say(index, from) : onChange(state()));

	return {
		get state() {
			return state();
		},
		load(script) {
			items = playerItems(script);
			fullBlock = undefined;
			sleeping = false;
			rest('idle', 0);
		},
		play(fromSentenceId) {
			if (fromSentenceId !== undefined) {
				const at = items.findIndex(({ sentenceId }) => sentenceId === fromSentenceId);
				start(Math.max(0, at));
			} else if (status !== 'playing') start(index, word);
		},
		pause() {
			if (status === 'playing') rest('paused');
		},
		resume() {
			if (status === 'paused' || status === 'failed') start(index, word);
		},
		next: () => start(itemAfter(items, index, onTheWay)),
		previous: () => start(itemBefore(items, index, onTheWay)),
		repeat: () => start(index),
		nextSection: () => start(sectionAfter(items, index)),
		previousSection: () => start(sectionBefore(items, index)),
		toSection(sectionId) {
			const at = sectionStart(items, sectionId);
			if (at >= 0) start(at);
		},
		setRate(wanted) {
			const before = rate;
			rate = clampRate(wanted);
			if (rate !== before) again(word);
		},
		setPace(wanted) {
			if (wanted === pace) return;
			pace = wanted;
			fullBlock = undefined;
			word = 0;
			again(0);
		},
		readInFull() {
			if (!isAbridged()) return;
			fullBlock = items[index]!.block;
			start(index);
		},
		sleepAtSectionEnd(sleep) {
			sleeping = sleep;
			onChange(state());
		},
		interject(words) {
			if (status !== 'playing') return Promise.resolve(false);
			return new Promise((settle) => asides.push({ words, settle }));
		},
		renew() {
			if (status === 'playing') say(index, word);
		},
		stop() {
			sleeping = false;
			rest('idle', 0);
		},
	};
}

/** A voice that throws has a bug, which must not leave the listener in silence for ever. */
async function attempt(run: () => Promise<SpeakResult>): Promise<SpeakResult> {
	try {
		return await run();
	} catch (error) {
		return { ok: false, reason: 'error', detail: String(error) };
	}
}
