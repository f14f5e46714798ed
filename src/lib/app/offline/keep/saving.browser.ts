import { storageWords as text } from '#content/messages/keep-offline.vi.ts';
import { catalogue } from '../../catalogue.svelte.ts';
import { settings, type SaveData } from '../../settings.svelte.ts';

const said = { auto: text.savingAuto, always: text.savingOn, never: text.savingOff } as const;

/** From now on the phone fetches by this choice; what is under way stops or goes on. @returns what to say of it */
export function chooseSaving(choice: SaveData): string {
	settings.choose({ saveData: choice });
	void catalogue.renew();
	return said[choice];
}
