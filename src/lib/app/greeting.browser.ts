import url from 'virtual:voice-greeting';

/** A voice that is there speaks by then; the greeting would only delay it. */
const patienceMs = 1_500;
/** Who waits is told again, so that a long wait is not a silent one. */
const againMs = 20_000;
const lookMs = 100;

interface Waiting {
	ready(): Promise<unknown>;
	/** what is to be said begins when this has settled */
	after(greeted: Promise<void>): void;
}

/** Greets until the voice has come, and has it wait for the end of the greeting. */
export function greet(loading: Promise<Waiting | undefined>, waits: () => boolean): void {
	const greeted = greetUntil(
		loading.then((voice) => voice?.ready()),
		waits,
	);
	void loading.then((voice) => voice?.after(greeted));
}

/**
 * Greets who waits for the voice, from a file of 11 KB made while building.
 * @param waits whether anybody still waits
 * @returns when the voice is ready and the greeting over, or nobody waits
 */
export async function greetUntil(
	ready: Promise<unknown>,
	waits: () => boolean,
	sound: HTMLAudioElement = new Audio(url),
): Promise<void> {
	let isReady = false;
	const settled = () => (isReady = true);
	void ready.then(settled, settled);
	const greet = () => void sound.play().catch(() => undefined);
	let timer = setTimeout(function begin() {
		greet();
		timer = setTimeout(begin, againMs);
	}, patienceMs);
	const sounds = () => !sound.paused && !sound.ended;
	while (waits() && (!isReady || sounds())) {
		if (isReady) clearTimeout(timer);
		await Promise.race([
			new Promise((resolve) => setTimeout(resolve, lookMs)),
			...(isReady ? [] : [ready.catch(() => undefined)]),
		]);
	}
	clearTimeout(timer);
	sound.pause();
}
