import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from './commands.json' with { type: 'json' };

import { certain, createInterpreter, expand, screens, type Screen } from '#lib/voice/index.ts';

const interpret = createInterpreter(table);
const understood = (said: string, screen: Screen, score = 0) =>
	interpret(said, screen, { searchScore: () => score });
const examples = {
	number: 'bảy',
	section: 'lệ phí',
	question: 'nộp ở đâu',
	field: 'ngày sinh',
	query: 'khai sinh',
	code: 'mc 123 456',
	value: 'hoa',
};

const keyOf = ({ name, said, screen }: Order) => [name, said, screen].join();

interface Order {
	readonly name: string;
	readonly careful: boolean;
	readonly asked: boolean;
	readonly said: string;
	/** it takes any words */
	readonly open: boolean;
	readonly screen: Screen;
}
const all: readonly Order[] = table.commands.flatMap(
	({ name, screens: where, say, ...more }): Order[] =>
		say.flatMap(expand).flatMap((way) =>
			(where.includes('*') ? screens : (where as Screen[])).map((screen) => ({
				name,
				careful: 'careful' in more,
				asked: 'asked' in more,
				said: way.map((part) => ('word' in part ? part.word : examples[part.slot])).join(' '),
				open: way.some((part) => 'slot' in part && ['query', 'field', 'code'].includes(part.slot)),
				screen,
			})),
		),
);
const isOrder = ({ name }: Order) => name !== 'nothing';
const askedOnly = new Set(all.filter(({ asked }) => asked).map(keyOf));
const orders = all.filter((one) => isOrder(one) && !askedOnly.has(keyOf(one)));
const order = fc.constantFrom(...orders);
const carefulOrder = fc.constantFrom(...orders.filter(({ careful }) => careful));
const closedOrder = fc.constantFrom(...orders.filter(({ open }) => !open));
const content = fc.constantFrom(
	...'trâu|bánh mì|mưa|xe đạp|trợ cấp|tiền điện|án tích|giếng|bóng đá|vườn|thuốc lá|đám cưới'.split(
		'|',
	),
);
const refusal = fc.constantFrom(
	...'đừng|chưa|không|chớ|khoan|đừng có|tôi không|tôi chưa muốn|nếu|ai|sao'.split('|'),
);
const isDone = (heard: ReturnType<typeof understood>) =>
	heard.command !== null && heard.command !== 'answer' && heard.confidence >= certain;
const careful = new Set(orders.filter((one) => one.careful).map(({ name }) => name));
/** Orders that share their words with a nearer one of the screen. */
const shared = [
	['open-outbox', 'read-waiting'],
	['repeat', 'read-all'],
	['repeat', 'previous-sentence'],
	['help', 'read-section'],
];

describe('an order', () => {
	it('said as its template has it is done, or another one of the same words', () => {
		for (let at = 0; at < orders.length; at += 7) {
			const { name, said, screen } = orders[at] as Order;
			const heard = understood(said, screen, 0.5);
			const names = [name, ...shared.filter(([one]) => one === name).map(([, other]) => other)];
			expect([said, screen, names]).toEqual([
				said,
				screen,
				expect.arrayContaining([heard.command]),
			]);
			expect([said, screen, isDone(heard)]).toEqual([said, screen, true]);
		}
	});

	it('that is also said otherwise is asked about, and what is none is nothing', () => {
		for (const { name, said, screen } of all.filter(({ asked }) => asked))
			expect([said, understood(said, screen)]).toEqual([
				said,
				expect.objectContaining({ command: name, confidence: 0.7 }),
			]);
		for (const { said, screen } of all.filter((one) => !isOrder(one)))
			expect([said, isDone(understood(said, screen))]).toEqual([said, false]);
	});

	it('is not done with a word besides that is no filler, wherever it stands', () => {
		fc.assert(
			fc.property(closedOrder, content, fc.nat(), ({ said, screen }, word, place) => {
				const words = said.split(' ');
				words.splice(place % (words.length + 1), 0, word);
				const heard = understood(words.join(' '), screen);
				const isOpen =
					heard.command !== null && ['query', 'field', 'code'].some((slot) => slot in heard.slots);
				expect(isDone(heard) && !isOpen && words.join(' ')).toBe(false);
			}),
			{ numRuns: 1500 },
		);
	});

	it('that cannot be undone is not even asked about after a word that refuses it', () => {
		fc.assert(
			fc.property(carefulOrder, refusal, ({ said, screen }, no) => {
				const heard = understood(`${no} ${said}`, screen);
				expect(heard.command !== null && careful.has(heard.command)).toBe(false);
			}),
			{ numRuns: 800 },
		);
	});

	it('that cannot be undone is not done as a question', () => {
		const question = fc.constantFrom(
			...'không|chưa|được không|ở đâu|thế nào|là gì|khi nào|rồi|hay thôi|để mai'.split('|'),
		);
		fc.assert(
			fc.property(carefulOrder, question, ({ said, screen }, tag) => {
				const heard = understood(`${said} ${tag}`, screen);
				expect(isDone(heard) && heard.command !== null && careful.has(heard.command)).toBe(false);
			}),
			{ numRuns: 800 },
		);
	});

	it('is looked for in no more than the first words of a long speech', () => {
		fc.assert(
			fc.property(order, fc.constantFrom(...screens), ({ said }, screen) => {
				const long = `${said} `.repeat(Math.ceil(10_000 / said.length));
				expect(understood(long, screen)).toEqual(understood(long.slice(0, 5000), screen));
			}),
			{ numRuns: 60 },
		);
	});
});
