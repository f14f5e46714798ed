import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIndex, encodeIndex } from './index-codec.ts';
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
				expect(decodeIndex(encodeIndex(entries))).toEqual(entries);
			}),
		);
	});
	it.each(['', 'null', '[]', '{}', '{"format":2}', '<html>', '{"format":1,"names":["a"]}'])(
		'is not "%s"',
		(text) => {
			expect(() => decodeIndex(text)).toThrow();
		},
	);
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
