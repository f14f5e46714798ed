/** Makes and keeps sound files of procedures. Fetched with a procedure; the voice and the encoder when one is made. */
import { ok, fail, type Result } from '#lib/base/index.ts';
import type { PlayableScript, RecordingFailure } from '#lib/reading/index.ts';
import { createRecordings, type Recording } from '#lib/reading/index.browser.ts';
import { words } from './words.ts';

export type KeepFailure = RecordingFailure | 'no-space' | 'no-storage';

/** A quarter of a megabyte a minute, and as much again while it is written. */
const bytesNeeded = 20e6;

const store = createRecordings();

class Recorder {
	/** code of the procedure whose recording is being made */
	making = $state<string>();
	/** 0…1 */
	share = $state(0);
	/** rises when a recording came or went */
	changes = $state(0);

	#calledOff = new AbortController();

	list = () => store.list();
	get = (code: string) => store.get(code);

	async remove(code: string) {
		await store.remove(code);
		this.changes++;
	}

	cancel() {
		this.#calledOff.abort();
	}

	/** One at a time; until all of it is kept nothing is. */
	async make(
		code: string,
		title: string,
		script: PlayableScript,
	): Promise<Result<Recording, KeepFailure>> {
		if (this.making !== undefined) return fail('aborted');
		this.making = code;
		this.share = 0;
		this.#calledOff = new AbortController();
		try {
			const { signal } = this.#calledOff;
			if (await isNearlyFull()) return fail('no-space');
			const made = await record(script, title, code, signal, (share) => (this.share = share));
			if (!made.ok) return made;
			const kept = await store.keep(made.value);
			if (!kept.ok) return kept;
			this.changes++;
			return made;
		} finally {
			this.making = undefined;
		}
	}
}

async function isNearlyFull(): Promise<boolean> {
	const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
	return quota !== undefined && quota - usage < bytesNeeded;
}

async function record(
	script: PlayableScript,
	title: string,
	code: string,
	signal: AbortSignal,
	onProgress: (share: number) => void,
): Promise<Result<Recording, RecordingFailure>> {
	try {
		const { recordAsMp3 } = await import('./record-mp3.browser.ts');
		const madeAt = new Date().toISOString();
		const tag = { title, artist: words.brand, album: code, year: madeAt.slice(0, 4) };
		const made = await recordAsMp3(script, tag, signal, onProgress);
		return made.ok ? ok({ code, title, madeAt, ...made.value }) : made;
	} catch {
		// Its code could not be fetched.
		return fail('unavailable');
	}
}

export const recorder = new Recorder();
