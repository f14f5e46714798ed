/** What each order does, whatever the screen. Each returns what to say about it; nothing: the deed speaks for itself. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { contactOf } from '#content/units/contacts.ts';
import { voiceWords as words } from '#content/messages/voice.vi.ts';
import { dossierScreens } from '#content/messages/dossier-screens.vi.ts';
import type { Interpretation } from '#lib/voice/index.ts';
import { listener } from '../listener.svelte.ts';
import { outbox } from '../outbox.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { search } from '../search.svelte.ts';

export interface Outcome {
	readonly say?: readonly string[];
	/** what was being read goes on */
	readonly readOn?: true;
	/** a number to call, shown as a link */
	readonly call?: { readonly label: string; readonly href: string };
	/** done only after a yes */
	readonly confirm?: { readonly ask: string; readonly act: () => Promise<Outcome> };
	/** a form is opened: it begins to talk */
	readonly begins?: true;
}

type Slots = Interpretation['slots'];
type Act = (slots: Slots) => Outcome | Promise<Outcome>;

const nothing: Outcome = {};
const states = dossierScreens.outbox.states;
/** So many results are said at once. */
const atOnce = 3;
let told = 0;

/** The best matches, three at a time, by the numbers that open them. */
function tellHits(from: number): readonly string[] {
	const shown = search.hits.slice(from, from + atOnce);
	told = from + shown.length;
	return [
		...shown.map(({ name }, at) => words.hit(from + at + 1, name)),
		shown.length > 0 ? words.hitsHow : words.noMore,
	];
}

/** Searches, and tells the best match and two others. */
export async function find(query: string): Promise<Outcome> {
	if (location.pathname !== '/') await goto(resolve('/'));
	await search.hear(query);
	const { length } = search.hits;
	if (length === 0) return { say: [words.nothingFound(query)] };
	return { say: [words.found(query, length), ...tellHits(0)] };
}

async function go(path: '/' | '/hop-gui' | '/ho-so' | '/cai-dat'): Promise<Outcome> {
	await goto(resolve(path));
	const title = document.querySelector('main h1')?.textContent?.trim();
	return { say: title ? [words.pressed(title)] : [] };
}

/** Things in the order in which they stand: results, procedures, dossiers. */
const entries = () => [
	...document.querySelectorAll<HTMLElement>(
		'main [role="option"], main li a[href], main article a[href]',
	),
];

async function open(number: number): Promise<Outcome> {
	const target = entries()[number - 1];
	if (!target) return { say: [words.noSuchNumber] };
	const name = (target.querySelector('strong, span') ?? target).textContent
		?.replace(/\s+/g, ' ')
		.trim();
	const before = location.pathname;
	target.click();
	await settled(() => location.pathname !== before);
	const title = document.querySelector('main h1')?.textContent?.trim() || name;
	return { say: title ? [words.pressed(title)] : [] };
}

/** Until something has come true, or a moment has passed. */
export async function settled(isSo: () => boolean, ms = 5000): Promise<boolean> {
	for (let waited = 0; waited < ms; waited += 40) {
		if (isSo()) return true;
		await new Promise((done) => setTimeout(done, 40));
	}
	return isSo();
}

async function readSection(section: string): Promise<Outcome> {
	const first = () =>
		document.querySelector<HTMLElement>(`[data-sentence^="${CSS.escape(section)}."]`)?.dataset
			.sentence;
	if (!first() && search.hits.length > 0 && location.pathname === '/') {
		await open(1);
		await settled(() => first() !== undefined);
	}
	const sentence = first();
	if (!sentence) return { say: [words.noSection] };
	void reader.playFrom(sentence);
	return nothing;
}

const moved = (act: Parameters<typeof reader.move>[0]) => () => {
	reader.move(act);
	return { readOn: true } as const;
};

async function apply(): Promise<Outcome> {
	const code = /^\/thu-tuc\/([^/?]+)/.exec(location.pathname)?.[1] ?? search.hits[0]?.code;
	if (!code) return { say: [words.notHere] };
	await goto(resolve(`/nop/${code}`));
	return { begins: true };
}

function human(): Outcome {
	const unit = listener.subject?.session.unit ?? '';
	const { name, phone, address, hours } = contactOf(unit, unit.length === 5 ? provinceOf() : '');
	return {
		say: [
			words.human(name, phone),
			...(address ? [words.address(address)] : []),
			...(hours ? [words.hours(hours)] : []),
		],
		call: { label: words.call(name, phone), href: `tel:${phone.replace(/\s/g, '')}` },
	};

	function provinceOf() {
		const units = listener.subject?.session.open.units;
		for (const [province, communes] of units?.communes ?? [])
			if (communes.some(({ code }) => code === unit)) return province;
		return '';
	}
}

function keyboard(): Outcome {
	const field = document.querySelector<HTMLElement>(
		'main :is(input:not([type="hidden"], [type="file"]), select, textarea)',
	);
	field?.focus();
	return field ? nothing : { say: [words.notHere] };
}

async function status(code: string | undefined): Promise<Outcome> {
	await outbox.open();
	const wanted = code?.replace(/[^\p{L}\d]/gu, '').toLowerCase();
	const isWanted = (of: string | undefined) =>
		!wanted ||
		of
			?.replace(/[^\p{L}\d]/gu, '')
			.toLowerCase()
			.includes(wanted);
	const items = outbox.items.filter(({ receipt }) => isWanted(receipt?.code));
	if (location.pathname !== '/ho-so') await goto(resolve('/ho-so'));
	if (items.length === 0) return { say: [code ? words.noSuchDossier(code) : words.noDossier] };
	return {
		say: items
			.slice(0, atOnce)
			.map(({ title, state, receipt }) =>
				receipt
					? words.status(title, receipt.code, states[state])
					: words.waiting(title, states[state]),
			),
	};
}

async function waiting(): Promise<Outcome> {
	await outbox.open();
	const { unsent } = outbox;
	return {
		say:
			unsent.length === 0
				? [words.nothingWaiting]
				: unsent.map(({ title, state }) => words.waiting(title, states[state])),
	};
}

async function sendNow(): Promise<Outcome> {
	await outbox.open();
	if (outbox.unsent.length === 0) return { say: [words.nothingWaiting] };
	return {
		confirm: {
			ask: words.sendAsk(outbox.unsent.length),
			act: async () => {
				void outbox.sendNow();
				return { say: [words.sending] };
			},
		},
	};
}

const rate = (act: () => void) => () => {
	act();
	return { say: [words.rate(reader.rate.toLocaleString('vi'))], readOn: true } as const;
};

function read(): Outcome {
	if (reader.status !== 'playing') void reader.toggle();
	return nothing;
}

export const commands: Readonly<Record<string, Act>> = {
	search: ({ query }) => find(String(query ?? '')),
	open: ({ number }) => open(Number(number)),
	more: () => (search.hits.length > 0 ? { say: tellHits(told) } : read()),
	back: async () => {
		const before = location.href;
		history.back();
		await settled(() => location.href !== before, 1500);
		return nothing;
	},
	home: () => go('/'),
	'open-settings': () => go('/cai-dat'),
	'open-outbox': () => go('/hop-gui'),
	'open-dossiers': () => go('/ho-so'),
	read,
	'read-all': read,
	resume: read,
	'read-section': ({ section }) => readSection(String(section ?? '')),
	pause: () => nothing,
	stop: () => {
		reader.stop();
		return nothing;
	},
	cancel: () => {
		reader.stop();
		return { say: [words.stopped] };
	},
	'next-sentence': moved((player) => player.next()),
	'previous-sentence': moved((player) => player.previous()),
	'next-section': moved((player) => player.nextSection()),
	'previous-section': moved((player) => player.previousSection()),
	slower: rate(reader.slower),
	faster: rate(reader.faster),
	louder: () => ({ say: [words.volume], readOn: true }),
	softer: () => ({ say: [words.volume], readOn: true }),
	apply,
	submit: () => (location.pathname.startsWith('/thu-tuc/') ? apply() : { say: [words.notHere] }),
	human,
	keyboard,
	'send-now': sendNow,
	'read-waiting': waiting,
	status: ({ code }) => status(code === undefined ? undefined : String(code)),
};
