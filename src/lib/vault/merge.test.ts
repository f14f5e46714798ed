import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles, type Entry } from './entries.ts';
import { subject } from './fixture.ts';
import { merged } from './merge.ts';
import { parseEntry } from './parse.ts';

const page = { id: 'p', name: 'a.jpg', type: 'image/jpeg', bytes: 3, sha256: 'a'.repeat(64) };
const paper: Entry = {
	id: 'paper',
	kind: 'paper',
	name: 'Căn cước',
	result: false,
	pages: [page],
	savedAt: 1,
};

const apply = (here: readonly Entry[], incoming: readonly Entry[]) => {
	const all = new Map(here.map((entry) => [entry.id, entry]));
	for (const entry of merged(here, incoming)) all.set(entry.id, entry);
	return [...all.values()];
};

test('the newer of each field stays, whichever side it comes from', () => {
	const here = subject('a', 'self', { fullName: 'Hoa', phone: '0912345678' }, 5);
	const old = subject('b', 'self', { fullName: 'Hoa', phone: '0900000000', email: 'a@b.vn' }, 3);
	const [joined, ...more] = apply([here], [old]);
	expect(more).toEqual([]);
	expect(joined?.kind === 'subject' && joined.fields).toMatchObject({
		phone: { value: '0912345678' },
		email: { value: 'a@b.vn' },
	});
});

test('another person’s “I” comes in as somebody else', () => {
	const all = apply(
		[subject('a', 'self', { fullName: 'Hoa' })],
		[subject('b', 'self', { fullName: 'Bình' })],
	);
	expect(all.map((one) => one.kind === 'subject' && one.role)).toEqual(['self', 'other']);
});

test('a paper that is here already stays as it is', () => {
	expect(merged([paper], [{ ...paper, name: 'Khác', savedAt: 9 }])).toEqual([]);
	expect(merged([], [paper])).toEqual([paper]);
});

const anySubject = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c', 'd'),
		role: fc.constantFrom(...roles),
		fullName: fc.constantFrom('Hoa', 'Bình', 'Lan'),
		phone: fc.constantFrom('1', '2', '3'),
		at: fc.integer({ min: 0, max: 9 }),
	})
	.map(({ id, role, fullName, phone, at }) => subject(id, role, { fullName, phone }, at));
const someSubjects = fc.uniqueArray(anySubject, { selector: ({ id }) => id, maxLength: 4 });

test('importing the same file twice changes nothing the second time', () => {
	fc.assert(
		fc.property(someSubjects, someSubjects, (here, incoming) => {
			const once = apply(here, incoming);
			expect(apply(once, incoming)).toEqual(once);
			expect(once.length).toBeGreaterThanOrEqual(here.length);
		}),
	);
});

test('an entry read back is the entry, and anything else is none', () => {
	for (const entry of [paper, subject('a', 'child', { fullName: 'An', copies: 2, yes: true })])
		expect(parseEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
	for (const raw of [
		null,
		[],
		'x',
		{},
		{ ...paper, id: '../x' },
		{ ...paper, pages: [{ ...page, sha256: 'no' }] },
		{ ...paper, pages: {} },
		{ ...paper, kind: 'other' },
		{ ...subject('a', 'self', {}), role: 'king' },
	])
		expect(parseEntry(raw)).toBeUndefined();
	fc.assert(fc.property(fc.jsonValue(), (raw) => void parseEntry(raw)));
});

test('a field with an odd name or value is left out of its person', () => {
	const raw = { ...subject('a', 'self', { fullName: 'An' }) } as Record<string, unknown>;
	raw.fields = { ...(raw.fields as object), __proto__x: {}, bad: { value: {}, shown: '' } };
	expect(parseEntry(raw)).toEqual(subject('a', 'self', { fullName: 'An' }));
});
