import { expect, test } from 'vitest';
import {
	questionFlow,
	type Answers,
	type FormDefinition,
	type FormMessages,
} from '#lib/forms/index.ts';
import { subject } from './fixture.ts';
import { keep, keepable } from './keepable.ts';
import { offersFor } from './offers.ts';
import { knownPersons } from './people.ts';

/** No words but “yes” and “no” are needed here. */
const messages = { wrong: {}, yes: 'Có', no: 'Không' } as unknown as FormMessages;

const context = {
	messages,
	isUnit: (code: string) => code === '00004',
	unitName: (code: string) => (code === '00004' ? 'Phường Ba Đình, Thành phố Hà Nội' : undefined),
};

const q = (id: string, kind: string, prefill?: string, more: object = {}) => ({
	id,
	kind,
	label: `${id}?`,
	short: id,
	required: false,
	...(prefill ? { prefill } : {}),
	...more,
});

const form = {
	id: 'try',
	version: 1,
	title: 'Thử',
	procedures: [],
	intro: { text: 'Thử.', needs: [], minutes: 1 },
	sections: [
		{
			id: 'all',
			title: 'Tất cả',
			questions: [
				q('myName', 'name', 'self.fullName'),
				q('myId', 'idNumber', 'self.idNumber'),
				q('mySex', 'choice', 'self.sex', {
					options: [
						{ value: 'male', label: 'Nam' },
						{ value: 'female', label: 'Nữ' },
					],
				}),
				q('motherName', 'name', 'mother.fullName'),
				q('motherBirthDate', 'birthDate', 'mother.birthDate'),
				q('babyName', 'name', 'child.fullName'),
				q('unit', 'unit', 'place.unit', { level: 'commune' }),
				q('reason', 'longText'),
				q('people', 'repeat', undefined, {
					item: 'Người thứ {n}',
					itemName: 'fullName',
					more: 'Còn nữa?',
					min: 0,
					max: 20,
					questions: [
						q('fullName', 'name', 'person.fullName'),
						q('birthDate', 'birthDate', 'person.birthDate'),
					],
				}),
			],
		},
	],
	checks: [],
	papers: [],
	documents: [],
} as unknown as FormDefinition;

const hoa = subject('hoa', 'self', {
	fullName: 'Nguyễn Thị Hoa',
	idNumber: '001190000001',
	sex: 'female',
	birthDate: '1990-04-12',
});
const lan = subject('lan', 'mother', { fullName: 'Trần Thị Lan', birthDate: '1965' });
const house = subject('house', 'place', { unit: '00004', address: '12 Hàng Bông' });
const all = [lan, hoa, house];

const offers = (path: string, answers: Answers, subjects = all) => {
	const steps = questionFlow(form, answers);
	const step = steps.find((one) => one.path === path);
	if (!step) throw new Error(path);
	return offersFor(step, steps, answers, subjects, context);
};

test('the one whose question it is comes first, and others follow', () => {
	expect(offers('myName', {}).map(({ shown }) => shown)).toEqual([
		'Nguyễn Thị Hoa',
		'Trần Thị Lan',
	]);
	expect(offers('motherName', {})[0]?.shown).toBe('Trần Thị Lan');
});

test('for a child nobody’s mother and not oneself is offered', () => {
	const an = subject('an', 'child', { fullName: 'Lê Minh An' });
	expect(offers('babyName', {}, [...all, an]).map(({ shown }) => shown)).toEqual(['Lê Minh An']);
});

test('whoever contradicts the name already given is not offered', () => {
	expect(offers('myId', { myName: 'Nguyễn Thị Hoa' }).map(({ of }) => of)).toEqual([
		'Nguyễn Thị Hoa',
	]);
	expect(offers('myId', { myName: 'Nguyễn Thị Hòa' })).toEqual([]);
	expect(offers('myId', { motherName: 'Ai khác' })).toHaveLength(1);
});

test('a value is offered as it stands in the field, in the words of its question', () => {
	expect(offers('mySex', {})[0]?.typed).toBe('Nữ');
	expect(offers('motherBirthDate', { motherName: 'Nguyễn Thị Hoa' })[0]?.typed).toBe('12/04/1990');
	const [place] = offers('unit', {});
	expect(place).toMatchObject({ typed: '00004', shown: 'Phường Ba Đình, Thành phố Hà Nội' });
});

test('what is no answer to the question any more, or no question of the vault, is not offered', () => {
	// The question wants a whole date; of Lan only the year is known.
	expect(offers('motherBirthDate', { motherName: 'Trần Thị Lan' })).toEqual([]);
	expect(offers('unit', {}, [subject('old', 'place', { unit: '99999' })])).toEqual([]);
	expect(offers('reason', {})).toEqual([]);
});

test('what could be kept is grouped by person, without what is kept already', () => {
	const answers: Answers = {
		myName: 'Nguyễn Thị Hoa',
		myId: '001190000001',
		mySex: 'female',
		motherName: 'Lê Thị Mai',
		reason: 'Bệnh của tôi',
		people: [
			{ fullName: 'Phạm Văn Tú', birthDate: '2000-01-02' },
			{ fullName: 'Đỗ Thị Bé', birthDate: '2001-02-03' },
		],
	};
	const found = keepable(form, answers, all, context);
	expect(found.map(({ id, role, name }) => [id, role, name])).toEqual([
		['mother', 'mother', 'Lê Thị Mai'],
		['people.0.person', 'other', 'Phạm Văn Tú'],
		['people.1.person', 'other', 'Đỗ Thị Bé'],
	]);
	expect(JSON.stringify(found)).not.toContain('Bệnh');
});

test('only what was ticked is kept, and joins what is known of the same person', () => {
	const answers: Answers = { myName: 'Nguyễn Thị Hoa', myId: '001190000001', mySex: 'male' };
	const found = keepable(form, answers, [hoa], context);
	let id = 0;
	const newId = () => `new-${++id}`;
	expect(keep(found, {}, [hoa], newId, 9)).toEqual([]);
	expect(keep(found, { self: [] }, [hoa], newId, 9)).toEqual([]);
	const [kept] = keep(found, { self: ['sex', 'unknown', 'constructor'] }, [hoa], newId, 9);
	expect(kept?.id).toBe('hoa');
	expect(kept?.fields.sex).toEqual({ value: 'male', shown: 'Nam', label: 'mySex', savedAt: 9 });
	expect(Object.keys(kept?.fields ?? {})).toEqual(Object.keys(hoa.fields));
});

test('a second person who says “I” on this phone is somebody else', () => {
	const answers: Answers = { myName: 'Bùi Văn Bình', myId: '001090000002' };
	const found = keepable(form, answers, [hoa], context);
	expect(found[0]).toMatchObject({ role: 'other', name: 'Bùi Văn Bình' });
	const [kept] = keep(found, { self: ['fullName'] }, [hoa], () => 'new', 9);
	expect(kept).toMatchObject({ id: 'new', role: 'other' });
	expect(Object.keys(kept?.fields ?? {})).toEqual(['fullName']);
});

test('known persons can be put into a list, each once and with what the form asks', () => {
	const repeat = form.sections[0]?.questions.find(({ kind }) => kind === 'repeat');
	if (repeat?.kind !== 'repeat') throw new Error('a repeat');
	const listed = [{ fullName: 'Trần Thị Lan' }, {}];
	expect(knownPersons(repeat, listed, all, context)).toEqual([
		{
			subject: 'hoa',
			name: 'Nguyễn Thị Hoa',
			answers: { fullName: 'Nguyễn Thị Hoa', birthDate: '1990-04-12' },
		},
	]);
});
