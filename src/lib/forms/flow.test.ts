import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAnswer, withItem, withItemMoved, withoutItem, type Answers } from './answers.ts';
import { context, enough, form } from './fixture.ts';
import {
	answersToSend,
	missing,
	nextQuestion,
	previousQuestion,
	progress,
	questionFlow,
} from './flow.ts';
import { validateAnswers } from './validate.ts';

const paths = (answers: Answers) => questionFlow(form, answers).map(({ path }) => path);

test('the questions of the first person are there before anyone was named', () => {
	expect(paths({}).slice(-4)).toEqual([
		'people.0.fullName',
		'people.0.born',
		'people.0.number',
		'people',
	]);
});

test('an answer opens the questions that hang on it, right after it', () => {
	const owner = withAnswer({}, 'role', 'owner');
	expect(nextQuestion(form, owner, 'role')?.path).toBe('married');
	expect(nextQuestion(form, { ...owner, married: true }, 'married')?.path).toBe('marriedOn');
	expect(nextQuestion(form, {}, 'role')?.path).toBe('people.0.fullName');
});

test('a question is worded by what was answered before', () => {
	const label = (text: string) =>
		questionFlow(form, { role: 'owner', married: true, text }).find(
			({ path }) => path === 'marriedOn',
		)?.label;
	expect(label('cô')).toBe('Cô kết hôn ngày nào?');
	expect(label('chú')).toBe('Kết hôn ngày nào?');
});

test('going on from a question that is no longer asked leads to the next that is', () => {
	expect(nextQuestion(form, {}, 'marriedOn')?.path).toBe('people.0.fullName');
	expect(previousQuestion(form, {}, 'marriedOn')?.path).toBe('role');
});

test('there is nothing before the first and nothing after the last', () => {
	expect(previousQuestion(form, {}, 'text')).toBeUndefined();
	expect(nextQuestion(form, {}, 'people')).toBeUndefined();
	expect(nextQuestion(form, {})?.path).toBe('text');
});

test('progress counts what is asked', () => {
	expect(progress(form, {}, 'name')).toEqual({ number: 2, of: 16 });
	expect(progress(form, { role: 'owner' }, 'people')).toEqual({ number: 17, of: 17 });
	expect(progress(form, {}, 'married')).toEqual({ number: 0, of: 16 });
});

test('each added person adds that person’s questions', () => {
	const two = withItem(enough, 'people');
	expect(paths(two).filter((path) => path.startsWith('people.1.'))).toEqual([
		'people.1.fullName',
		'people.1.born',
		'people.1.number',
	]);
	expect(questionFlow(form, two).find(({ path }) => path === 'people.1.born')?.item).toMatchObject({
		index: 1,
		of: 2,
	});
});

test('what is missing is what validation would refuse', () => {
	expect(missing(form, {}).map(({ path }) => path)).toEqual([
		'name',
		'role',
		'people.0.fullName',
		'people',
	]);
	expect(missing(form, enough)).toEqual([]);
});

test('answers are sent without what is no longer asked, blanks and empty persons', () => {
	const draft: Answers = {
		...enough,
		text: '  ',
		married: true,
		marriedOn: '2020-01-01',
		people: [{ fullName: 'A', guardian: 'B' }, {}, { fullName: 'C', number: '' }],
	};
	expect(answersToSend(form, draft)).toEqual({
		name: 'Lê Thị Hoa',
		role: 'tenant',
		people: [{ fullName: 'A' }, { fullName: 'C' }],
	});
});

test('walking from the first question with “next” meets each question once, and “previous” leads back', () => {
	const answers = fc.record(
		{
			role: fc.constantFrom('owner', 'tenant'),
			married: fc.boolean(),
			roughDate: fc.constantFrom('2020-01-01', '1990'),
			people: fc.array(
				fc.record({ born: fc.constantFrom('2015-01-01', '1960-01-01') }, { requiredKeys: [] }),
				{ maxLength: 3 },
			),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(answers, (given) => {
			const met: string[] = [];
			for (let at = nextQuestion(form, given); at; at = nextQuestion(form, given, at.path)) {
				expect(previousQuestion(form, given, at.path)?.path).toBe(met.at(-1));
				met.push(at.path);
				expect(progress(form, given, at.path).number).toBe(met.length);
			}
			expect(met).toEqual(paths(given));
		}),
	);
});

test('what may be handed in stays so when it is pruned for sending', () => {
	const hidden = fc.record(
		{ married: fc.boolean(), marriedOn: fc.constant('2020-01-01'), text: fc.constantFrom('', 'x') },
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(hidden, (more) => {
			const sent = answersToSend(form, { ...enough, ...more });
			expect(validateAnswers(form, sent, context)).toEqual([]);
			expect(answersToSend(form, sent)).toEqual(sent);
		}),
	);
});

test('changing answers leaves the old ones as they were', () => {
	const before = structuredClone(enough) as Answers;
	Object.freeze(before);
	const three = withItem(withAnswer(before, 'people.1.fullName', 'B'), 'people', { fullName: 'C' });
	expect(before).toEqual(enough);
	const names = (answers: Answers) =>
		(answers['people'] as Answers[]).map((person) => person['fullName']);
	expect(names(three)).toEqual(['Trần Văn Bảy', 'B', 'C']);
	expect(names(withItemMoved(three, 'people', 2, 0))).toEqual(['C', 'Trần Văn Bảy', 'B']);
	expect(names(withItemMoved(three, 'people', 2, 9))).toEqual(names(three));
	expect(names(withoutItem(three, 'people', 1))).toEqual(['Trần Văn Bảy', 'C']);
	expect(withAnswer(before, 'name', ' ')).not.toHaveProperty('name');
	expect(() => withAnswer(before, 'people.7.fullName', 'X')).toThrow(RangeError);
});

test('an answer under a name that objects have by themselves changes no prototype', () => {
	const answers = withAnswer({}, '__proto__', 'x');
	expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
	expect(Object.keys(answers)).toEqual(['__proto__']);
});
