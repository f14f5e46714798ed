/** The voice pack for listening offline: offered, on its way, or on this phone. Fetched only where it is set up. */
import {
	createPhraseWorker,
	eraseVoicePack,
	fetchVoicePack,
	keptVoicePack,
	offeredVoicePack,
} from '#lib/speech/index.browser.ts';
import { voicePackBytes } from '#lib/speech/index.ts';
import type { listening } from '#content/messages/listening.vi.ts';

type Reason = keyof typeof listening.voicePack.reasons;

class VoicePackState {
	/** `none`: there is nothing to show */
	status = $state<'none' | 'offered' | 'fetching' | 'kept' | 'failed'>('none');
	/** 0…1 */
	share = $state(0);
	reason = $state<Reason>();
	bytes = $state(0);
	#abort: AbortController | undefined;

	/** Looks what is here, and what the operator offers. */
	async look() {
		if (this.status === 'fetching') return;
		const kept = await keptVoicePack();
		const offered = kept ? undefined : await offeredVoicePack();
		const pack = kept ?? (offered?.ok ? offered.value : undefined);
		this.bytes = pack ? voicePackBytes(pack) : 0;
		this.status = kept ? 'kept' : pack ? 'offered' : 'none';
	}

	async fetch() {
		this.#abort = new AbortController();
		this.share = 0;
		this.reason = undefined;
		this.status = 'fetching';
		const fetched = await fetchVoicePack((share) => (this.share = share), this.#abort.signal);
		const tried = fetched.ok ? await tryOut() : fetched;
		this.reason = tried.ok ? undefined : (tried.reason as Reason);
		this.status = tried.ok ? 'kept' : 'failed';
	}

	stop() {
		this.#abort?.abort();
	}

	async erase() {
		await eraseVoicePack();
		await this.look();
	}
}

/** Starts the recogniser once: it shows that the pack works, and its program is kept for when there is no network. */
async function tryOut() {
	const worker = createPhraseWorker();
	const loaded = await worker.load();
	worker.end();
	if (!loaded.ok) await eraseVoicePack();
	return loaded;
}

export const voicePack = new VoicePackState();
