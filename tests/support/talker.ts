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

/** Says it, or is misheard; over when the app has begun to answer. */
export async function utter(page: Page, hearing: Hearing, before: Now) {
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
}

/** @returns what the app answers */
export async function exchange(page: Page, text: string): Promise<string> {
	const before = await now(page);
	await utter(page, { say: text }, { ...before, path: '' });
	return (await now(page)).said;
}

export interface Filled {
	readonly turns: number;
	readonly ended: 'sent' | 'handed-over';
}

/** A person with a dossier in mind answers what the app asks, until it is handed in or put aside. */
export async function fillByVoice(
	page: Page,
	name: string,
	hear: (said: string) => Misheard = (text) => ({ type: 'heard', text }),
): Promise<Filled> {
	const talk = talks.find((one) => one.form.id === name);
	if (!talk) throw new Error(name);
	const { agenda } = openTalk(talk.form);
	const truth = talk.truth;
	const right = { answers: truth.answers, unit: truth.unit };
	let turns = 0;
	let returns = 0;
	while (turns < 250) {
		const { line, said: prompt, path, place, field, rows } = await now(page);
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
		const misheard = hear(said);
		const hearing: Hearing =
			misheard.type === 'heard' ? { say: misheard.text } : { error: 'no-speech' };
		await utter(page, hearing, { line, said: prompt, path, place, field, rows });
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
