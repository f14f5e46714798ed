import { fold } from '#lib/vietnamese/index.ts';
import type { Answer, Answers } from './answers.ts';
import type { PlainQuestion, Repeat } from './definition.ts';
import type { FormContext } from './messages.ts';
import { parseAnswer } from './parse-answer.ts';

/** A cell of a pasted list that is no answer to anything asked. */
export interface PasteFault {
	/** from 1, as the person sees the list */
	readonly line: number;
	readonly text: string;
	/** the question it was meant for, where the list has a heading */
	readonly question?: PlainQuestion;
}

export interface Pasted {
	readonly items: readonly Answers[];
	readonly faults: readonly PasteFault[];
}

/** Longer texts are no list of people. */
const longest = 100_000;

/**
 * A list out of a spreadsheet or a message as persons of a repeat: a line for each, cells between tabs, `;`, `|` or `,`.
 * A first line with names of questions says which column is which; without one each cell goes where its shape fits:
 * twelve digits are an ID number, a day is the day of birth, "Nữ" a choice. Every value passes the same check as typing.
 */
export function pasteItems(repeat: Repeat, text: string, context: FormContext): Pasted {
	const lines = text
		.slice(0, longest)
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line, at) => ({ number: at + 1, line }))
		.filter(({ line }) => line.trim() !== '');
	const between = separator(lines.map(({ line }) => line));
	const rows = lines.map(({ number, line }) => ({
		number,
		cells: line.split(between).map((cell) => cell.trim()),
	}));
	const heading = rows[0] && columnsOf(rows[0].cells, repeat);
	const faults: PasteFault[] = [];
	const items = (heading ? rows.slice(1) : rows).map(({ number, cells }) => {
		const own = heading
			? byColumn(cells, heading, context)
			: byShape(withoutNumber(cells), repeat, context);
		faults.push(...own.faults.map((fault) => ({ line: number, ...fault })));
		return own.item;
	});
	return { items: items.filter((item) => Object.keys(item).length > 0), faults };
}

interface Row {
	readonly item: Answers;
	readonly faults: readonly Omit<PasteFault, 'line'>[];
}

function separator(lines: readonly string[]): RegExp {
	const used = ['\t', ';', '|'].find((one) => lines.some((line) => line.includes(one)));
	return used === undefined ? /,/ : used === '|' ? /\|/ : new RegExp(used);
}

/** The question of each column, if the line is a heading: two names at least. */
function columnsOf(cells: readonly string[], repeat: Repeat) {
	const columns = cells.map((cell) => named(cell, repeat));
	return columns.filter((one) => one).length >= 2 ? columns : undefined;
}

/** What lists call these columns, besides the name of the question. */
const usual: Readonly<Partial<Record<PlainQuestion['kind'], RegExp>>> = {
	name: /^(ho (va|chu dem va)? ?ten|ho ten|ten)$/,
	idNumber: /^(so )?(cccd|cmnd|can cuoc|can cuoc cong dan|dinh danh( ca nhan)?|ddcn)$/,
	birthDate: /^(ngay(,? thang(,? nam)?)? sinh|nam sinh|sinh ngay|sinh)$/,
	phone: /^(sdt|so dt|dt|so dien thoai|dien thoai)$/,
	email: /^(email|thu dien tu)$/,
};

function named(cell: string, repeat: Repeat): PlainQuestion | undefined {
	const name = fold(cell).trim();
	return (
		repeat.questions.find(({ short }) => fold(short) === name) ??
		repeat.questions.find(({ kind }) => usual[kind]?.test(name))
	);
}

function byColumn(
	cells: readonly string[],
	columns: readonly (PlainQuestion | undefined)[],
	context: FormContext,
): Row {
	const item: Record<string, Answer> = {};
	const faults: Omit<PasteFault, 'line'>[] = [];
	cells.forEach((cell, at) => {
		const question = columns[at];
		if (!question || cell === '') return;
		const value = read(question, cell, context);
		if (value === undefined) faults.push({ text: cell, question });
		else item[question.id] = value;
	});
	return { item, faults };
}

/** The kinds a shape tells, the most particular first; free text takes what is left. */
const shapes: readonly PlainQuestion['kind'][] = [
	'idNumber',
	'email',
	'phone',
	'birthDate',
	'date',
	'time',
	'choice',
	'name',
	'text',
	'address',
];

function byShape(cells: readonly string[], repeat: Repeat, context: FormContext): Row {
	const item: Record<string, Answer> = {};
	const faults: Omit<PasteFault, 'line'>[] = [];
	for (const cell of cells) {
		if (cell === '') continue;
		const open = repeat.questions.filter(({ id }) => item[id] === undefined);
		const fits = shapes
			.flatMap((kind) => open.filter((question) => question.kind === kind))
			.map((question) => ({ question, value: shaped(question, cell, context) }))
			.find(({ value }) => value !== undefined);
		if (fits) item[fits.question.id] = fits.value as Answer;
		else faults.push({ text: cell });
	}
	return { item, faults };
}

/** A choice is meant only by its whole words, and a number is never a name. */
function shaped(question: PlainQuestion, cell: string, context: FormContext) {
	if (question.kind === 'choice') {
		const option = question.options.find(({ label }) => fold(label) === fold(cell));
		return option?.value;
	}
	const letters = question.kind === 'name' || question.kind === 'text';
	return letters && /\d/.test(cell) ? undefined : read(question, cell, context);
}

function read(question: PlainQuestion, cell: string, context: FormContext): Answer | undefined {
	const parsed = parseAnswer(question, withZeros(question, cell), context);
	return parsed.ok ? parsed.value : undefined;
}

/** A spreadsheet takes "001190012345" for a number and drops its zeros. */
function withZeros({ kind }: PlainQuestion, cell: string): string {
	const digits = cell.replace(/[\s.]/g, '');
	if (kind === 'idNumber' && /^[1-9]\d{9,10}$/.test(digits)) return digits.padStart(12, '0');
	return kind === 'phone' && /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : cell;
}

/** "1", "2." before the first person of a numbered list. */
function withoutNumber(cells: readonly string[]): readonly string[] {
	const [first = '', ...rest] = cells;
	if (rest.length > 0 && /^\d{1,3}[.)]?$/.test(first)) return rest;
	return [first.replace(/^\d{1,3}[.)]\s+/, ''), ...rest];
}
