import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { importRecord } from './import-record.ts';
import { procedureSchema, type Procedure } from './procedure.ts';

const minimal = { code: '1.001193', name: 'Đăng ký khai sinh' };

function imported(record: object): Procedure {
	const result = importRecord({ ...minimal, ...record });
	if (!result.ok) throw new Error(result.reason);
	return result.procedure;
}
const flagsOf = (record: object) => imported(record).flags;

describe('a broken record', () => {
	it.each([
		[null, 'expected an object, got null'],
		[[minimal], 'expected an object, got a list'],
		['text', 'expected an object, got text'],
		[7, 'expected an object, got a number'],
		[{ name: 'A' }, 'code: missing'],
		[{ code: 'x', name: 'A' }, 'code: expected 1.001193 form, got "x"'],
		[{ code: 1.001193, name: 'A' }, 'code: expected text, got a number'],
		[{ code: '1.001193' }, 'name: missing'],
		[{ code: '1.001193', name: ' ' }, 'name: is empty'],
		[{ code: '1.001193', name: '\u200b' }, 'name: is empty'],
		[{ ...minimal, steps: ['a'] }, 'steps: expected text, got a list'],
		[{ ...minimal, methods: {} }, 'methods: expected a list, got an object'],
		[{ ...minimal, methods: ['x'] }, 'methods[0]: expected an object, got text'],
		[{ ...minimal, methods: [{}, { fee: 5 }] }, 'methods[1].fee: expected text, got a number'],
		[{ ...minimal, forms: [true] }, 'forms[0]: expected text, got a boolean'],
	])('%j is refused with a reason', (raw, reason) => {
		expect(importRecord(raw)).toEqual({ ok: false, reason });
	});
	it('has a reason of one line however long its code is', () => {
		const result = importRecord({ code: `x\n${'y'.repeat(1000)}`, name: 'A' });
		expect(result.ok).toBe(false);
		if (!result.ok) expect(result.reason).toMatch(/^.{10,120}$/);
	});
});

describe('a record', () => {
	it('may hold nothing but code and name, nulls and fields nobody knows', () => {
		const expected: Procedure = {
			code: '1.001193',
			name: 'Đăng ký khai sinh',
			ministry: '',
			field: '',
			agency: '',
			levels: [],
			audience: [],
			steps: [],
			channels: [],
			requiredDocuments: [],
			forms: [],
			conditions: [],
			legalBasis: [],
			flags: [],
			origin: 'official',
			source: { name: 'Cơ sở dữ liệu quốc gia về thủ tục hành chính' },
		};
		expect(imported({})).toEqual(expected);
		expect(imported({ steps: null, methods: null, also_in: ['x'], __proto__: 1 })).toEqual(
			expected,
		);
	});

	it('is read whole', () => {
		expect(
			imported({
				name: 'Ðăng  ký\r\nkhai sinh',
				agency: 'Ủy ban nhân dân cấp xã',
				authority: 'Ủy ban nhân dân cấp xã',
				level: 'Cấp Xã',
				audience: 'Công dân Việt Nam, Cán bộ, công chức, viên chức',
				type: 'TTHC được luật giao quy định chi tiết',
				steps: 'Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.',
				methods: [
					{ channel: 'Dịch vụ bưu chính', time: '1', fee: 'Miễn phí', desc: 'Qua bưu điện' },
				],
				components: [
					{ case: 'Bao gồm', name: 'Tờ khai', form: 'TK.docx', qty: '01 bản chính' },
					{ case: 'Trường hợp ủy quyền', name: 'Giấy ủy quyền', qty: '20261 bản chính' },
					{ case: 'Lưu ý', name: ' ; ' },
				],
				forms: ['TK.docx', 'TK.docx', ''],
				conditions: 'Không có.',
				legal_basis: [
					{ number: '60/2014/QH13', title: 'Luật Hộ tịch', date: '20-11-2014', issuer: 'Quốc hội' },
				],
				legal_text: 'Luật Hộ tịch60/2014/QH13',
				decision: '1872/QĐ-BTP',
				url: 'javascript:alert(1)',
				flags: ['list_only', 'somebody_elses_flag'],
				snapshot: '2026-07',
			}),
		).toEqual({
			...imported({}),
			name: 'Đăng ký khai sinh',
			agency: 'Ủy ban nhân dân cấp xã',
			levels: ['commune'],
			audience: ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức'],
			kind: 'TTHC được luật giao quy định chi tiết',
			steps: ['Bước 1: Nộp hồ sơ.', 'Bước 2: Nhận kết quả.'],
			channels: [
				{
					kind: 'post',
					name: 'Dịch vụ bưu chính',
					time: { kind: 'unknown', text: '1' },
					fees: [{ kind: 'free', text: '' }],
					note: 'Qua bưu điện',
				},
			],
			requiredDocuments: [
				{ name: 'Tờ khai', form: 'TK.docx', originals: 1 },
				{ case: 'Trường hợp ủy quyền', name: 'Giấy ủy quyền', quantity: '20261 bản chính' },
			],
			forms: ['TK.docx'],
			legalBasis: [
				{
					number: '60/2014/QH13',
					title: 'Luật Hộ tịch',
					issuedOn: '2014-11-20',
					issuer: 'Quốc hội',
				},
			],
			flags: ['time_unit_missing', 'list_only'],
			source: {
				name: 'Cơ sở dữ liệu quốc gia về thủ tục hành chính',
				decision: '1872/QĐ-BTP',
				date: '2026-07',
			},
		});
	});

	it('keeps the legal basis as text only where no number stands', () => {
		expect(imported({ legal_text: 'Luật Cư trú' }).legalText).toBe('Luật Cư trú');
		expect(
			imported({ legal_text: 'x', legal_basis: [{ number: '1/2020/QH14' }] }),
		).not.toHaveProperty('legalText');
	});
});

describe('flags', () => {
	const method = (fee: string, desc = '') => ({ methods: [{ channel: 'Trực tiếp', fee, desc }] });
	it('tell of fees and times that stayed texts', () => {
		expect(flagsOf(method('Miễn phí(Chưa quy định.)'))).toEqual(['fee_unclear']);
		expect(flagsOf({ methods: [{ time: 'Theo đợt xét tuyển' }] })).toEqual(['time_unclear']);
	});
	it('tell of fees under Thông tư 64/2025/TT-BTC, wherever the record cites it', () => {
		const basis = { legal_basis: [{ number: '64/2025/TT-BTC' }] };
		for (const record of [
			method('50.000 đồng (theo Thông tư 64/2025/TT-BTC)'),
			method('50.000 đồng', 'theo Thông tư số 64/2025/TT-BTC'),
			{ ...method('50.000 đồng'), ...basis },
		]) {
			expect(flagsOf(record)).toEqual(['fee_expires']);
			expect(imported(record).channels[0]?.fees[0]?.validUntil).toBe('2026-12-31');
		}
		expect(flagsOf({ ...method(''), ...basis })).toEqual([]);
	});
	it('tell of bodies that are gone, not of laws they once made', () => {
		expect(flagsOf({ agency: 'Phòng Tư pháp' })).toEqual(['abolished_unit']);
		expect(flagsOf({ level: 'Cấp Huyện' })).toEqual(['abolished_unit']);
		expect(flagsOf(method('', 'Nộp tại UBND huyện'))).toEqual(['abolished_unit']);
		expect(
			flagsOf({ legal_basis: [{ number: '1/2020/TT-BGTVT', issuer: 'Bộ Giao thông vận tải' }] }),
		).toEqual([]);
	});
});

describe('any JSON', () => {
	const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
	const record = fc.record(
		{
			code: fc.constantFrom('1.000001', '1.1', ' 2.000635 '),
			name: text,
			level: text,
			audience: text,
			steps: text,
			methods: fc.array(fc.record({ channel: text, time: text, fee: text, desc: text })),
			components: fc.array(fc.record({ case: text, name: text, form: text, qty: text })),
			legal_basis: fc.array(fc.record({ number: text, date: text })),
			flags: fc.array(text),
			anything: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	);
	it('becomes a valid procedure or a reason of one line', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), record), (raw) => {
				const result = importRecord(raw);
				if (result.ok)
					expect(v.safeParse(procedureSchema, result.procedure).issues).toBeUndefined();
				else expect(result.reason).toMatch(/^[^\n]+$/);
			}),
			{ numRuns: 500 },
		);
	});
});
