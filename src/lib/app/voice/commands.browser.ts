/** What each order does, whatever the screen. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import type { Interpretation } from '#lib/voice/index.ts';
import { reader } from '../reader.svelte.ts';
import { search } from '../search.svelte.ts';
import type { SaveData } from '../settings.svelte.ts';
import { voiceSettings } from '../voice-settings.svelte.ts';
import { arrived, settled } from './arrived.browser.ts';
import { isFilled } from './controls.browser.ts';
import { readWaiting, sendNow, status } from './dossier-orders.browser.ts';
import { human } from './human.browser.ts';
import { nothing, type Outcome } from './outcome.ts';
import { more, open, searchFor } from './search-orders.browser.ts';

type Act = (slots: Interpretation['slots']) => Outcome | Promise<Outcome>;

async function go(
	path: '/' | '/hop-gui' | '/ho-so' | '/cai-dat' | '/cai-dat/bo-nho',
): Promise<Outcome> {
	await goto(resolve(path));
	return arrived();
}

async function back(): Promise<Outcome> {
	const before = location.href;
	history.back();
	await settled(() => location.href !== before, 1500);
	return location.href === before ? { say: [words.noWayBack] } : arrived();
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

function keyboard(): Outcome {
	const field = document.querySelector<HTMLElement>(`main :is(${isFilled})`);
	field?.focus();
	return field ? nothing : { say: [words.notHere] };
}

const rate = (act: () => void) => () => {
	act();
	return { say: [words.rate(reader.rate.toLocaleString('vi'))], readOn: true } as const;
};

/** @param by of the loudest; past it only the device itself is louder */
const volume = (by: number) => () => {
	const wanted = Math.round((voiceSettings.now.volume + by) * 10) / 10;
	if (wanted > 1) return { say: [words.loudest], readOn: true } as const;
	const now = Math.max(0.2, wanted);
	voiceSettings.choose({ volume: now });
	return { say: [words.volume(now * 100)], readOn: true } as const;
};

async function saveData(choice: SaveData): Promise<Outcome> {
	const { chooseSaving } = await import('../offline/keep/saving.browser.ts');
	return { say: [chooseSaving(choice)], readOn: true };
}

/** What the open screen offers to bring to the phone, or says that it is here. */
function keepOffline(): Outcome {
	const offer = document.querySelector<HTMLElement>('main [data-keep]');
	if (offer instanceof HTMLButtonElement) offer.click();
	const here = offer?.textContent?.replace(/[✓\s]+/g, ' ').trim();
	return { say: [here ?? words.notHere], readOn: true };
}

function read(): Outcome {
	if (reader.status !== 'playing') void reader.toggle();
	return nothing;
}

function stop(): Outcome {
	reader.stop();
	return nothing;
}

export const commands: Readonly<Record<string, Act>> = {
	search: ({ query }) => searchFor(String(query ?? '')),
	open: ({ number }) => open(Number(number)),
	more: () => more() ?? read(),
	back,
	home: () => go('/'),
	'open-settings': () => go('/cai-dat'),
	'open-outbox': () => go('/hop-gui'),
	'open-dossiers': () => go('/ho-so'),
	'open-storage': () => go('/cai-dat/bo-nho'),
	'save-data': () => saveData('always'),
	'spend-data': () => saveData('never'),
	'keep-offline': keepOffline,
	read,
	'read-all': read,
	resume: read,
	'read-section': ({ section }) => readSection(String(section ?? '')),
	pause: () => nothing,
	stop,
	cancel: () => ({ ...stop(), say: [words.stopped] }),
	'next-sentence': moved((player) => player.next()),
	'previous-sentence': moved((player) => player.previous()),
	'next-section': moved((player) => player.nextSection()),
	'previous-section': moved((player) => player.previousSection()),
	slower: rate(reader.slower),
	faster: rate(reader.faster),
	louder: volume(0.2),
	softer: volume(-0.2),
	apply,
	submit: () => (location.pathname.startsWith('/thu-tuc/') ? apply() : { say: [words.notHere] }),
	human,
	keyboard,
	'send-now': sendNow,
	'read-waiting': readWaiting,
	status: ({ code }) => status(code === undefined ? undefined : String(code)),
};
