import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndex, decodeIndex, encodeIndex } from './index-codec.ts';
import { toIndexEntry } from './index-entry.ts';
import { importRecord } from './import-record.ts';
import { levels, lifeEvents } from './terms.ts';
import type { IndexEntry } from './release.ts';

const anyEntry: fc.Arbitrary<IndexEntry> = fc
	.record({
		code: fc.stringMatching(/^\d\.\d{6}$/),
		name: fc.string(),
		field: fc.constantFrom('', 'Hộ tịch', 'Cư trú'),
		agency: fc.string({ maxLength: 3 }),
		levels: fc.subarray([...levels]),
		forCitizens: fc.boolean(),
		forOrganisations: fc.boolean(),
		online: fc.boolean(),
		keywords: fc.constant([]),
		lifeEvent: fc.option(fc.constantFrom(...lifeEvents), { nil: undefined }),
		priority: fc.constantFrom(0, 0.5, 1),
		chunk: fc.nat(200),
	})
	.map(({ lifeEvent, ...entry }) => ({ ...entry, ...(lifeEvent ? { lifeEvent } : {}) }));

describe('the index pack', () => {
	it('gives back what was put in', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), (entries) => {
				const text = encodeIndex(entries);
				expect(decodeIndex(text)).toEqual(entries);
				checkIndex(text);
			}),
		);
	});
	it.each(['', 'null', '[]', '{}', '{"format":2}', '<html>', '{"format":1,"names":["a"]}'])(
		'is not "%s"',
		(text) => {
			expect(() => decodeIndex(text)).toThrow();
			expect(() => checkIndex(text)).toThrow();
		},
	);
	it('is refused by the check if it could not be read', () => {
		type Columns = Record<string, (number | undefined)[]>;
		const spoilt = fc.record({
			entries: fc.array(anyEntry, { minLength: 1, maxLength: 3 }),
			column: fc.constantFrom('names', 'codes', 'field', 'agency', 'bits', 'chunk', 'fields'),
			at: fc.nat(2),
			value: fc.constantFrom(-1, 0, 1, 3, 99, 0.5, null),
			shorter: fc.boolean(),
		});
		const says = (read: () => unknown) => {
			try {
				read();
				return 'fine';
			} catch (error) {
				return String(error);
			}
		};
		fc.assert(
			fc.property(spoilt, ({ entries, column, at, value, shorter }) => {
				const pack = JSON.parse(encodeIndex(entries)) as Columns;
				if (shorter) pack[column]!.pop();
				else pack[column]![at] = value as number;
				const text = JSON.stringify(pack);
				expect(says(() => checkIndex(text))).toBe(says(() => decodeIndex(text)));
			}),
		);
	});
	it('with a column cut short is refused', () => {
		const text = encodeIndex(fc.sample(anyEntry, 3));
		const pack = JSON.parse(text) as { agency: number[] };
		pack.agency.pop();
		expect(() => decodeIndex(JSON.stringify(pack))).toThrow('columns of different length');
		pack.agency.push(99);
		expect(() => decodeIndex(JSON.stringify(pack))).toThrow('nothing at 99');
	});
});

it('an entry knows whom a procedure is for, whether it goes online, and no priority of its own', () => {
	const imported = importRecord({
		code: '1.004222',
		name: 'Đăng ký thường trú',
		field: 'Đăng ký, quản lý cư trú',
		agency: 'Công an xã',
		level: 'Cấp Xã',
		audience: 'Công dân Việt Nam',
		keywords: 'cư trú',
		methods: [{ channel: 'Trực tuyến' }],
	});
	if (!imported.ok) throw new Error(imported.reason);
	expect(toIndexEntry(imported.procedure, 7)).toEqual({
		code: '1.004222',
		name: 'Đăng ký thường trú',
		field: 'Đăng ký, quản lý cư trú',
		agency: 'Công an xã',
		levels: ['commune'],
		forCitizens: true,
		forOrganisations: false,
		online: true,
		keywords: [],
		priority: 0,
		chunk: 7,
	});
});
