/** A person who talks to the app in the browser: says things, looks and listens, and fills in a form. */
import type { Page } from '@playwright/test';
import { labelOf, openTalk, talks, unitPath } from './form-talk.ts';
import { hurry } from './hurry.ts';
import type { Misheard } from './listening-noise.ts';
import { say, stubRecogniser, type Hearing } from './recogniser.ts';
import { sameAnswer, sayTruth } from './spoken-person.ts';
import { stubVoice } from './spoken.ts';

export async function openByVoice(page: Page, url: string) {
	await hurry(page);
	await stubRecogniser(page, { silent: true });
	await stubVoice(page);
	await page.goto(url);
	await page.getByRole('combobox').waitFor();
}

export interface Now {
	/** counts what has been said by either side */
	readonly line: number;
	/** the app's last words */
	readonly said: string;
	readonly path: string;
	readonly place: string;
	/** what the field shows */
	readonly field: string;
	readonly rows: readonly (readonly [label: string, value: string])[];
}

export const now = (page: Page): Promise<Now> =>
	page.evaluate(() => {
		const text = (element: Element | null | undefined) =>
			element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
		const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
		const field = document.querySelector<HTMLInputElement>(
			'main :is(input[type="text"], input:not([type]), input[type="tel"])',
		);
		return {
			line: Number(lines.at(-1)?.dataset.line ?? 0),
			said: text(lines.findLast(({ dataset }) => dataset.by === 'app')),
			path: location.pathname,
			place: new URLSearchParams(location.search).get('buoc') ?? '',
			field: field?.value ?? '',
			rows: [...document.querySelectorAll('main dl > div')].map(
				(row) => [text(row.querySelector('dt')), text(row.querySelector('dd'))] as const,
			),
		};
	});

/** What was said by either side, turn by turn. */
export interface Turn {
	readonly said: string;
	readonly answer: string;
}
const turns = new WeakMap<Page, Turn[]>();
export const turnsOf = (page: Page): readonly Turn[] => turns.get(page) ?? [];
const count = (page: Page, said: string, answer: string) =>
	turns.set(page, [...turnsOf(page), { said, answer }]);

/** Says it, or is misheard; over when the app has begun to answer. @returns what there is then */
export async function utter(page: Page, hearing: Hearing, before: Now): Promise<Now> {
	await say(page, hearing);
	const own = 'say' in hearing ? 1 : 0;
	// Told to be quiet, or to read, the app says nothing.
	await page
		.waitForFunction(
			([line, path]) =>
				(path !== '' && location.pathname !== path) ||
				Number(
					[...document.querySelectorAll<HTMLElement>('[data-line]')].at(-1)?.dataset.line ?? 0,
				) > line,
			[before.line + own, before.path] as const,
			{ timeout: 2000 },
		)
		.catch(() => undefined);
	// The field shows what was heard a moment after.
	await page.waitForTimeout(30);
	const after = await now(page);
	count(
		page,
		'say' in hearing ? hearing.say : '',
		after.line > before.line + own ? after.said : '',
	);
	return after;
}

/** Says what is answered by a deed, not in words. */
export async function tell(page: Page, text: string) {
	await say(page, { say: text });
	count(page, text, '');
}

/** @returns what the app answers */
export async function exchange(page: Page, text: string): Promise<string> {
	const before = await now(page);
	return (await utter(page, { say: text }, { ...before, path: '' })).said;
}

/** What a listener takes for a person's words, now and then. */
export type Ears = (said: string) => Misheard;
const perfect: Ears = (text) => ({ type: 'heard', text });

const hearingOf = (misheard: Misheard): Hearing =>
	misheard.type === 'heard' ? { say: misheard.text } : { error: 'no-speech' };

/** So often somebody says the same thing before giving up. */
const patience = 6;

/** Says it until it has come true; what the app asks back meanwhile is refused. */
export async function insist(
	page: Page,
	text: string,
	isDone: (now: Now) => boolean,
	hear: Ears = perfect,
): Promise<void> {
	let last = await now(page);
	for (let turns = 0; turns < patience; turns++) {
		// An answer the app asks for goes before.
		const said = turns > 0 && /Ý bạn là/.test(last.said) ? 'không' : text;
		last = await utter(page, hearingOf(hear(said)), last);
		// A screen that is opened comes a moment after it was asked for.
		for (let waits = 0; waits < 20 && !isDone(last); waits++) {
			await page.waitForTimeout(50);
			last = await now(page);
		}
		if (isDone(last)) return;
	}
	throw new Error(`said in vain: ${text}; the app: ${last.said}`);
}

export interface Filled {
	readonly turns: number;
	readonly ended: 'sent' | 'handed-over';
}

/** A person with a dossier in mind answers what the app asks, until it is handed in or put aside. */
export async function fillByVoice(page: Page, name: string, hear: Ears = perfect): Promise<Filled> {
	const talk = talks.find((one) => one.form.id === name);
	if (!talk) throw new Error(name);
	const { agenda } = openTalk(talk.form);
	const truth = talk.truth;
	const right = { answers: truth.answers, unit: truth.unit };
	let turns = 0;
	let returns = 0;
	let at = await now(page);
	while (turns < 250) {
		const { said: prompt, path, place, field, rows } = at;
		if (path === '/hop-gui') return { turns, ended: 'sent' };
		if (!path.startsWith('/nop')) throw new Error(`led out of the form: ${prompt}`);
		const topic = agenda.topics(right).find((one) => one.path === place);
		const value = truth.answers[place];
		let said: string;
		if (/chắc chắn nộp không/.test(prompt)) said = 'có';
		else if (/Ý bạn là/.test(prompt)) said = 'không';
		else if (/Khi nào muốn làm tiếp/.test(prompt)) {
			if (returns++ >= 2) return { turns, ended: 'handed-over' };
			said = 'tiếp tục';
		} else if (/nói nộp hồ sơ|Chưa nộp/.test(prompt) && place === 'xem-lai') {
			const wrong = wrongRow(rows);
			said = wrong ? `sửa ${wrong.toLowerCase()}` : 'nộp hồ sơ';
		} else if (/Đúng không\?/.test(prompt)) {
			const isRight =
				field === '' || sameAnswer(field, value) || sameAnswer(field.replace(/\D/g, ''), value);
			said = isRight ? 'đúng rồi' : 'sai rồi';
		} else if (topic) {
			const label =
				topic.kind === 'choice' && typeof value === 'string'
					? labelOf(talk.form, place, value)?.toLowerCase()
					: undefined;
			said = label ?? sayTruth(topic, truth, unitPath) ?? 'bỏ qua';
		} else said = 'bỏ qua';
		turns++;
		at = await utter(page, hearingOf(hear(said)), at);
	}
	throw new Error(`still talking after ${turns} turns`);

	/** The first row of the review that is not what the person meant. */
	function wrongRow(rows: Now['rows']): string | undefined {
		return agenda.topics(right).find((topic) => {
			const shown = rows.find(([label]) => label === topic.name)?.[1];
			const value = agenda.valueAt(right, topic.path);
			if (shown === undefined || value === undefined || !topic.answered) return false;
			if (topic.kind === 'digits')
				return shown.replace(/\D/g, '') !== String(value).replace(/\D/g, '');
			if (topic.kind === 'date') return shown.split('/').reverse().join('-') !== value;
			return (
				!sameAnswer(shown, agenda.sayValue(topic, value, 'plain')) && !sameAnswer(shown, value)
			);
		})?.name;
	}
}
