/** A person who answers a form aloud: knows the right answers, hears what is said, and is misheard now and then. */
import { answerAt, type Answers } from '#lib/forms/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import type { Agenda, FormDossier, Reply, Topic, Value } from '#lib/voice/index.ts';

export interface Truth {
	readonly answers: Answers;
	readonly unit: string;
	/** how the unit is said */
	readonly unitSaid: string;
}

const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const spelled = (digits: string) => [...digits].map((digit) => digitWords[Number(digit)]).join(' ');
const lowered = (text: string) =>
	text
		.toLowerCase()
		.replace(/[,.;]/g, '')
		.replace(/\d+/g, (number) => toWords(number).words);

/** The number of a paper is said sign by sign. */
const isCode = /^(?=.*\d)[A-Z0-9/]+$/;
const letterWords: Readonly<Record<string, string>> = {
	b: 'bê',
	c: 'xê',
	g: 'giê',
	n: 'nờ',
	t: 'tê',
	x: 'xờ',
	'/': 'gạch chéo',
};
const sayCode = (code: string) =>
	[...code.toLowerCase()].map((sign) => letterWords[sign] ?? spelled(sign)).join(' ');

const sayTime = (hour: number, minute: number) => {
	const part = hour < 11 ? 'sáng' : hour < 13 ? 'trưa' : hour < 18 ? 'chiều' : 'tối';
	const said = toWords(String(hour > 12 ? hour - 12 : hour)).words;
	return `${said} giờ${minute > 0 ? ` ${toWords(String(minute)).words} phút` : ''} ${part}`;
};

/** The right answer as it is said; undefined where there is none. */
export function sayTruth(topic: Topic, truth: Truth, unitPath: string): string | undefined {
	if (topic.path === unitPath) return lowered(truth.unitSaid);
	const value = answerAt(truth.answers, topic.path);
	if (value === undefined || Array.isArray(value)) return undefined;
	if (typeof value === 'boolean') return value ? 'có' : 'không';
	const text = String(value);
	if (text.includes('@')) return text.replace('@', ' a còng ').replaceAll('.', ' chấm ');
	if (text === truth.unit) return lowered(truth.unitSaid);
	const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
	if (hour !== undefined && minute !== undefined) return sayTime(Number(hour), Number(minute));
	if (topic.kind === 'digits') return typeof value === 'number' ? lowered(text) : spelled(text);
	if (topic.kind === 'date') {
		const [year = '', month, day] = text.split('-');
		const inWords = (number: string) => toWords(String(Number(number))).words;
		if (!month) return `năm ${inWords(year)}`;
		if (!day) return `tháng ${inWords(month)} năm ${inWords(year)}`;
		return `ngày ${inWords(day)} tháng ${inWords(month ?? '')} năm ${inWords(year)}`;
	}
	return isCode.test(text) ? sayCode(text) : lowered(text);
}

export interface Person {
	/** @returns what is said next; undefined: nothing more to say */
	reply(reply: Reply<FormDossier>): string | undefined;
}

export interface PersonOptions {
	readonly agenda: Agenda<FormDossier>;
	readonly truth: Truth;
	readonly unitPath: string;
	/** the label of a choice by its path and value */
	readonly labelOf: (path: string, value: Value) => string | undefined;
}

export function createPerson({ agenda, truth, unitPath, labelOf }: PersonOptions): Person {
	const heardChoices = new Map<string, string>();
	const isRight = (path: string, value: unknown) => {
		if (path === unitPath) return value === truth.unit;
		const right = answerAt(truth.answers, path);
		return sameAnswer(value, right);
	};

	function answer(topic: Topic, said: string): string {
		if (topic.kind === 'more') {
			const people = truth.answers[topic.path];
			const wanted = Array.isArray(people) ? people.length : 0;
			return wanted > peopleSeen(topic.path) ? 'còn' : 'không';
		}
		if (topic.kind === 'choice') {
			const right = answerAt(truth.answers, topic.path) as Value | undefined;
			if (right === undefined) return 'bỏ qua';
			const label = labelOf(topic.path, right) ?? '';
			// Nobody chooses what was not said.
			// What was said of the first person's question is known at the second's.
			const question = topic.path.split('.').at(-1) ?? '';
			const known = heardChoices.get(question) ?? '';
			heardChoices.set(question, `${known} ${said}`);
			return `${known} ${said}`.includes(label) ? lowered(label) : 'nghe thêm';
		}
		return sayTruth(topic, truth, unitPath) ?? 'bỏ qua';
	}

	let people = new Map<string, number>();
	const peopleSeen = (repeat: string) => people.get(repeat) ?? 0;

	return {
		reply({ state, dossier, say }) {
			const topics = agenda.topics(dossier);
			const topic = topics.find(({ path }) => path === state.at);
			const said = say.join(' ');
			people = new Map(
				Object.entries(dossier.answers).flatMap(([id, value]) =>
					Array.isArray(value) ? [[id, value.length] as const] : [],
				),
			);
			const wrong = topics.find((one) => {
				const value = agenda.valueAt(dossier, one.path);
				return value !== undefined && one.kind !== 'more' && !isRight(one.path, value);
			});
			switch (state.phase) {
				case 'asking': {
					const folded = state.folded.find((path) => path === wrong?.path);
					if (folded && topic) return 'sai rồi';
					return topic && answer(topic, said);
				}
				case 'confirming': {
					const off = state.pending.find(({ path, value }) => !isRight(path, value));
					return off ? 'sai rồi' : 'đúng rồi';
				}
				case 'choosing': {
					const right = state.offers.findIndex(({ changes, to }) =>
						to !== undefined
							? to === wrong?.path
							: changes.every(({ path, value }) => isRight(path, value)),
					);
					if (right < 0) return 'không phải';
					const known = `${heardChoices.get('offers') ?? ''} ${said}`;
					heardChoices.set('offers', known);
					return known.includes(state.offers[right]?.label ?? '')
						? `số ${digitWords[right + 1] ?? right + 1}`
						: 'nghe thêm';
				}
				case 'reviewing':
					return wrong ? `sửa ${lowered(wrong.name)}` : 'nộp hồ sơ';
				case 'submitting':
					return wrong ? 'không' : 'có';
				case 'offering':
					return topic ? answer(topic, said) : 'tiếp tục';
				case 'paused':
					return 'tiếp tục';
				default:
					return undefined;
			}
		},
	};
}

/** Free text is what was said, however it is written. */
export const sameAnswer = (a: unknown, b: unknown): boolean =>
	a === b || (typeof a === 'string' && typeof b === 'string' && loose(a) === loose(b));
const loose = (text: string) =>
	lowered(text)
		.normalize('NFC')
		.replace(/[/\s-]+/g, ' ')
		.replace(/^(?:ngày|năm) /, '')
		.trim();
