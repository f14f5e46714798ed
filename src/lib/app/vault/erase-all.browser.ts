import { outbox } from '../outbox.svelte.ts';
import { recorder } from '../recorder.svelte.ts';
import { recent } from '../search/recent.svelte.ts';
import { settings } from '../settings.svelte.ts';
import { voiceSettings } from '../voice-settings.svelte.ts';
import { handedIn } from './handed-in.svelte.ts';
import { vault } from './vault.svelte.ts';

const ours = 'mot-cua-noi.';
/** How this device reads and speaks, and that the catalogue is wanted: nobody can be told from these. */
const impersonal = ['settings', 'voice', 'reading', 'rest-wanted', 'catalogue-here'].map(
	(name) => ours + name,
);

/**
 * “Xóa hết”: everything of a person on this device, also what was never sent. The catalogue and the voice stay, and how
 * a blind person has set them.
 * @returns whether all of it is gone
 */
export async function eraseAll(): Promise<boolean> {
	handedIn.forget();
	const box = await outbox.open();
	const gone = [await vault.erase(), (await box?.eraseAll()) ?? { ok: false }];
	const recordings = await recorder.list();
	if (recordings.ok) for (const { code } of recordings.value) await recorder.remove(code);
	recent.clear();
	settings.choose({ remoteSpeech: 'unasked', keepSearches: true });
	voiceSettings.choose({ service: false });
	try {
		for (const key of Object.keys(localStorage))
			if (key.startsWith(ours) && !impersonal.includes(key)) localStorage.removeItem(key);
		sessionStorage.clear();
	} catch {
		// Where storage is refused there is nothing in it.
	}
	return gone.every(({ ok }) => ok);
}
