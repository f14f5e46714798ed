import { describe, expect, test } from 'vitest';
import type { Channel, Procedure } from '#lib/catalogue/index.ts';
import { reading } from '../../../tests/support/reading-words.ts';
import { readProcedure } from './read-procedure.ts';
import type { Block, Script } from './script.ts';

const today = '2026-11-23';

const bare: Procedure = {
	code: '1.001193',
	name: 'Đăng ký khai sinh',
	ministry: '',
	field: 'Hộ tịch',
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
	source: { name: 'Cơ sở dữ liệu quốc gia', date: '2026-07' },
};

const channel = (name: string, rest: Partial<Channel>): Channel => ({
	kind: 'counter',
	name,
	time: { kind: 'unknown', text: '' },
	fees: [],
	...rest,
});

const read = (change: Partial<Procedure>) => readProcedure({ ...bare, ...change }, reading, today);
const blocks = (script: Script, id: string): readonly Block[] =>
	script.sections.find((section) => section.id === id)?.blocks ?? [];
const texts = (script: Script, id: string) =>
	blocks(script, id).map(({ sentences }) => sentences.map(({ text }) => text).join(' '));
const spoken = (script: Script, id: string) =>
	blocks(script, id).flatMap(({ sentences }) => sentences.map((each) => each.spoken ?? each.text));

test('all nine headings are there in the official order, even of an empty record', () => {
	const script = read({});
	expect(script.sections.map(({ heading }) => heading)).toEqual([
		'Tóm tắt',
		'Giấy tờ cần nộp',
		'Các bước thực hiện',
		'Phí, lệ phí',
		'Thời hạn giải quyết',
		'Nơi nộp',
		'Yêu cầu, điều kiện',
		'Căn cứ pháp lý',
		'Kết quả',
	]);
	expect(script.sections.slice(1).map(({ blocks: [first] }) => first?.sentences[0]?.text)).toEqual([
		'Nguồn không nêu giấy tờ cần nộp.',
		'Nguồn không nêu các bước thực hiện.',
		'Thông tin phí chưa được công bố.',
		'Thời hạn chưa được công bố.',
		'Nguồn chưa ghi nơi nộp.',
		'Không nêu yêu cầu, điều kiện.',
		'Nguồn không nêu căn cứ pháp lý.',
		'Nguồn không nêu kết quả.',
	]);
});

test('an identifier tells section, block and sentence, and comes once', () => {
	const script = read({ conditions: ['Một. Hai.', 'Ba.'] });
	expect(
		blocks(script, 'conditions').flatMap(({ sentences }) => sentences.map(({ id }) => id)),
	).toEqual(['conditions.1.1', 'conditions.1.2', 'conditions.2.1']);
	const all = script.sections.flatMap(({ blocks: list }) =>
		list.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
	);
	expect(new Set(all).size).toBe(all.length);
});

describe('summary', () => {
	test('says what for, where, how long, how much, which papers, and of when', () => {
		const script = read({
			result: 'Giấy khai sinh',
			audience: ['Công dân Việt Nam', 'Người nước ngoài'],
			agency: 'Ủy ban nhân dân cấp xã',
			requiredDocuments: [{ name: 'Tờ khai theo mẫu (bản chính)', originals: 1 }],
			channels: [
				channel('Trực tuyến', {
					kind: 'online',
					time: { kind: 'known', amount: 1, unit: 'workingDay', text: '1 Ngày làm việc' },
					fees: [{ kind: 'amount', amount: 10_000, currency: 'VND', text: '10,000 đồng' }],
				}),
			],
		});
		expect(texts(script, 'summary')).toEqual([
			'Làm xong thủ tục này, bạn nhận: giấy khai sinh.',
			'Nơi giải quyết: Ủy ban nhân dân cấp xã. Có thể nộp trực tuyến.',
			'Thời hạn 1 ngày làm việc.',
			'Phí 10.000 đồng.',
			'Cần một loại giấy tờ: tờ khai.',
			'Theo Cơ sở dữ liệu quốc gia, lấy tháng 7 năm 2026.',
		]);
	});

	test('names three papers that have a short name, and counts the others', () => {
		const names = [
			'- Tờ khai đăng ký khai sinh theo mẫu số 1',
			'Văn bản ủy quyền (nếu có)',
			'Trường hợp sinh ở nước ngoài thì nộp thêm giấy tờ của nước đó',
			'Giấy chứng sinh do cơ sở y tế cấp',
			'Hộ chiếu hoặc căn cước của người yêu cầu',
		];
		const papers = (of: readonly string[]) =>
			texts(read({ requiredDocuments: of.map((name) => ({ name })) }), 'summary').join(' ');
		expect(papers(names)).toContain(
			'Cần năm loại giấy tờ, trong đó có: tờ khai đăng ký khai sinh; văn bản ủy quyền; giấy chứng sinh; và hai loại khác.',
		);
		expect(papers(names.slice(2, 3))).toContain('Cần một loại giấy tờ.');
	});

	test('a source more than a year old is warned of, with its date', () => {
		const of = (date: string) =>
			texts(read({ source: { name: 'Nguồn', date } }), 'summary').filter((text) =>
				text.includes('có thể đã cũ'),
			);
		expect(of('2025-11')).toEqual([]);
		expect(of('2025-10')).toHaveLength(1);
		expect(of('2025-10')[0]).toContain('tháng 10 năm 2025');
		expect(of('2025')).toEqual([]);
		expect(of('2025-11-22')).toHaveLength(1);
	});

	test('says that time and fee differ by way of handing in', () => {
		const known = (amount: number) => ({ kind: 'known', amount, unit: 'day', text: '' }) as const;
		const script = read({
			channels: [
				channel('Trực tiếp', {
					time: known(5),
					fees: [{ kind: 'amount', amount: 8000, currency: 'VND', text: '' }],
				}),
				channel('Trực tuyến', { time: known(3), fees: [{ kind: 'free', text: '' }] }),
			],
		});
		expect(texts(script, 'summary')).toContain(
			'Thời hạn tùy cách nộp: trực tiếp 5 ngày; trực tuyến 3 ngày.',
		);
		expect(texts(script, 'summary')).toContain(
			'Phí tùy cách nộp: trực tiếp 8.000 đồng; trực tuyến miễn phí.',
		);
	});

	test('a number without a unit is never days, an empty fee never free', () => {
		const script = read({
			channels: [channel('Trực tiếp', { time: { kind: 'unknown', text: '1' } })],
		});
		expect(texts(script, 'summary')).toContain('Nguồn ghi thời hạn là 1 nhưng không ghi đơn vị.');
		expect(texts(script, 'summary')).toContain('Thông tin phí chưa được công bố.');
		expect(texts(script, 'time')).toEqual(['Nguồn ghi thời hạn là 1 nhưng không ghi đơn vị.']);
	});

	test('one unknown fee among free ones is not passed over', () => {
		const script = read({
			channels: [
				channel('Trực tiếp', { fees: [{ kind: 'free', text: '' }] }),
				channel('Trực tuyến', { fees: [{ kind: 'unknown', text: '' }] }),
			],
		});
		expect(texts(script, 'summary')).not.toContain('Miễn phí.');
		expect(texts(script, 'fees')).toEqual([
			'Trực tiếp: miễn phí.',
			'Trực tuyến: thông tin phí chưa được công bố.',
		]);
	});

	test('a name too long for one breath is read by its beginning and said whole in the summary', () => {
		const name = `Cấp giấy phép, ${'sửa đổi và bổ sung giấy phép hoạt động, '.repeat(8)}thu hồi`;
		const script = read({ name });
		expect(script.title.text).toBe(name);
		expect(script.title.spoken?.length).toBeLessThan(160);
		expect(texts(script, 'summary')[0]).toBe(`Tên đầy đủ: ${name}`);
	});
});

describe('warnings', () => {
	test('a record that names districts sends to the commune', () => {
		const script = read({
			flags: ['abolished_unit'],
			steps: ['Nộp tại Ủy ban nhân dân cấp huyện.'],
		});
		const warning = {
			kind: 'warning',
			text: 'Văn bản cũ còn ghi cấp huyện; hãy hỏi xã, phường nơi nộp.',
		};
		for (const id of ['summary', 'place'])
			expect(
				blocks(script, id)
					.filter(({ kind }) => kind === 'warning')
					.map(({ kind, sentences }) => ({
						kind,
						text: sentences.map(({ text }) => text).join(' '),
					})),
			).toEqual([warning]);
	});

	test('a merged ministry has a warning of its own', () => {
		const script = read({ flags: ['abolished_unit'], agency: 'Sở Giao thông vận tải' });
		expect(texts(script, 'place')).toContain(reading.abolishedMinistry);
		expect(texts(script, 'place')).not.toContain(reading.abolishedDistrict);
	});

	test('a fee is past on the day after its last', () => {
		const fees = [
			{ kind: 'amount', amount: 5000, currency: 'VND', text: '', validUntil: '2026-12-31' },
		] as const;
		const on = (day: string) =>
			readProcedure(
				{ ...bare, channels: [channel('Trực tiếp', { fees: [...fees] })] },
				reading,
				day,
			);
		const kinds = (script: Script) => blocks(script, 'fees').map(({ kind }) => kind);
		expect(kinds(on('2026-12-31'))).toEqual(['text', 'note']);
		expect(kinds(on('2027-01-01'))).toEqual(['text', 'warning']);
		expect(texts(on('2027-01-01'), 'summary').join(' ')).toContain('phí có thể đã đổi');
	});
});

describe('documents', () => {
	const script = read({
		requiredDocuments: [
			{ case: 'Bao gồm', name: '- Tờ khai', originals: 1, copies: 1 },
			{ case: 'Khi nhờ người khác', name: 'a) Giấy ủy quyền', copies: 2, form: 'Mau1.docx' },
			{ case: 'Lưu ý:', name: '- Mang theo bản gốc' },
			{ name: 'Giấy chứng sinh', quantity: '20261 bản chính' },
		],
	});

	test('are counted without remarks, those always asked for first, then by case', () => {
		expect(texts(script, 'documents')).toEqual([
			'Có ba loại giấy tờ.',
			'- Tờ khai 1 bản chính, 1 bản sao.',
			'Giấy chứng sinh Nguồn ghi số lượng là “20261 bản chính”.',
			'Khi nhờ người khác',
			'a) Giấy ủy quyền 2 bản sao. Có mẫu kèm theo.',
			'- Mang theo bản gốc',
		]);
		expect(blocks(script, 'documents').map(({ kind }) => kind)).toEqual([
			'text',
			'item',
			'item',
			'case',
			'item',
			'note',
		]);
	});

	test('are read with a number and without the list sign', () => {
		expect(spoken(script, 'documents')).toContain('1: Tờ khai');
		expect(spoken(script, 'documents')).toContain('3: Giấy ủy quyền');
	});
});

test('conditions begin with whom the procedure is for', () => {
	const script = read({
		audience: ['Công dân Việt Nam', 'Người nước ngoài'],
		conditions: ['Đủ 14 tuổi.'],
	});
	expect(texts(script, 'conditions')).toEqual([
		'Dành cho: công dân Việt Nam, người nước ngoài.',
		'Đủ 14 tuổi.',
	]);
	expect(texts(read({ audience: ['Công dân Việt Nam'] }), 'conditions')).toEqual([
		'Dành cho: công dân Việt Nam.',
		'Không nêu yêu cầu, điều kiện.',
	]);
});

test('ways of handing in are counted', () => {
	const script = read({ channels: [channel('Trực tiếp', {}), channel('Trực tuyến', {})] });
	expect(texts(script, 'place')).toContain('Có hai cách nộp: trực tiếp, trực tuyến.');
});

describe('steps', () => {
	test('"Bước" begins an item and takes what follows with it', () => {
		const script = read({
			steps: ['Nộp hồ sơ:', '- Bước 1: Nộp.', '+ Trực tiếp.', 'Bước 2: Nhận. Bước 3: Về.'],
		});
		expect(blocks(script, 'steps').map(({ kind, number }) => [kind, number])).toEqual([
			['text', undefined],
			['case', undefined],
			['item', 1],
			['item', 2],
			['item', 3],
		]);
		expect(texts(script, 'steps')[2]).toBe('- Bước 1: Nộp. + Trực tiếp.');
	});

	test('are counted only where they are one row', () => {
		const rows = ['Bước 1: Nộp.', 'Bước 2: Nhận.', 'Cấp lại:', 'Bước 1: Nộp.', 'Bước 2: Nhận.'];
		expect(texts(read({ steps: rows.slice(0, 2) }), 'steps')[0]).toBe('Có hai bước.');
		expect(texts(read({ steps: rows }), 'steps').join()).not.toContain('Có');
	});

	test('plain paragraphs are steps, read with their number', () => {
		expect(spoken(read({ steps: ['Điền tờ khai.', 'Nộp.'] }), 'steps')).toEqual([
			'Có hai bước.',
			'Bước 1: Điền tờ khai.',
			'Bước 2: Nộp.',
		]);
	});
});

test('ways with the same fee are named together', () => {
	const fees = [{ kind: 'free', text: '' }] as const;
	const script = read({
		channels: [
			channel('Trực tiếp', { fees: [...fees] }),
			channel('Trực tuyến', { fees: [...fees] }),
		],
	});
	expect(texts(script, 'fees')).toEqual(['Trực tiếp, trực tuyến: miễn phí.']);
});

test('a fee told in a sentence is shown as written and read without its empty money form', () => {
	const text = 'Phí : Đồng (Theo quy định của Bộ Tài chính)';
	const script = read({
		channels: [channel('Trực tiếp', { fees: [{ kind: 'described', text }] })],
	});
	expect(texts(script, 'fees')).toEqual(['Trực tiếp:', text]);
	expect(spoken(script, 'fees')).toContain('Phí: Theo quy định của Bộ Tài chính.');
});
