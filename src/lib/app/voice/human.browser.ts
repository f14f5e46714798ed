/** "Gặp cán bộ": a number to call, an address and hours. */
import { contactOf } from '#content/units/contacts.ts';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { listener } from '../listener.svelte.ts';
import type { Outcome } from './outcome.ts';

/** Of the unit that the open form is for; else the national line and the way to one's own commune. */
export function human(): Outcome {
	const session = listener.subject?.session;
	const unit = session?.unit ?? '';
	const { name, phone, address, hours } = contactOf(unit, provinceOf(unit), session?.unitName);
	return {
		say: [words.human(name, phone), words.address(address), words.hours(hours)],
		call: { label: words.call(name, phone), href: `tel:${phone.replace(/\s/g, '')}` },
	};
}

/** Communes have five figures and stand in a province; a province is its own. */
function provinceOf(unit: string): string {
	for (const [province, communes] of listener.subject?.session.open.units.communes ?? [])
		if (communes.some(({ code }) => code === unit)) return province;
	return unit;
}
