import type { FormDefinition } from './definition.ts';
import { wrongAnswers, type FormContext, type FormMessages } from './messages.ts';

/** One question of each kind, a condition, a repeat and each check: what the tests of this folder ask about. */
export const everyKind = {
	id: 'every-kind',
	version: 1,
	title: 'Đủ các loại câu',
	procedures: ['9.000001'],
	intro: { text: 'Để thử.', needs: ['Giấy bút'], minutes: 2 },
	sections: [
		{
			id: 'first',
			title: 'Phần một',
			questions: [
				{ id: 'text', kind: 'text', label: 'Chữ?', short: 'Chữ', required: false, maxLength: 20 },
				{ id: 'name', kind: 'name', label: 'Tên gì?', short: 'Họ tên', required: true },
				{ id: 'longText', kind: 'longText', label: 'Kể đi?', short: 'Lời kể', required: false },
				{ id: 'phone', kind: 'phone', label: 'Số máy?', short: 'Điện thoại', required: false },
				{ id: 'idNumber', kind: 'idNumber', label: 'Số?', short: 'Số định danh', required: false },
				{ id: 'birthDate', kind: 'birthDate', label: 'Sinh?', short: 'Ngày sinh', required: false },
				{
					id: 'roughDate',
					kind: 'date',
					label: 'Khoảng nào?',
					short: 'Khoảng',
					required: false,
					partial: true,
				},
				{ id: 'email', kind: 'email', label: 'Thư?', short: 'Thư', required: false },
				{ id: 'address', kind: 'address', label: 'Ở đâu?', short: 'Nơi ở', required: false },
				{
					id: 'commune',
					kind: 'unit',
					level: 'commune',
					label: 'Xã nào?',
					short: 'Xã',
					required: false,
				},
				{
					id: 'count',
					kind: 'number',
					min: 1,
					max: 20,
					unit: 'bản',
					label: 'Mấy bản?',
					short: 'Số bản',
					required: false,
				},
				{
					id: 'role',
					kind: 'choice',
					label: 'Bạn là ai?',
					short: 'Vai',
					required: true,
					options: [
						{ value: 'owner', label: 'Chủ nhà' },
						{ value: 'tenant', label: 'Người thuê' },
					],
				},
				{
					id: 'married',
					kind: 'yesNo',
					label: 'Có kết hôn không?',
					short: 'Kết hôn',
					required: true,
					when: { question: 'role', is: 'owner' },
				},
				{
					id: 'marriedOn',
					kind: 'date',
					label: 'Kết hôn ngày nào?',
					wordings: [{ when: { question: 'text', is: 'cô' }, label: 'Cô kết hôn ngày nào?' }],
					short: 'Ngày kết hôn',
					required: true,
					when: { question: 'married', is: true },
				},
			],
		},
		{
			id: 'second',
			title: 'Những người',
			questions: [
				{
					id: 'people',
					kind: 'repeat',
					label: 'Những ai?',
					short: 'Danh sách',
					item: 'Người thứ {n}',
					itemName: 'fullName',
					more: 'Còn ai nữa không?',
					min: 1,
					max: 3,
					required: true,
					questions: [
						{ id: 'fullName', kind: 'name', label: 'Tên?', short: 'Họ tên', required: true },
						{ id: 'born', kind: 'birthDate', label: 'Sinh?', short: 'Ngày sinh', required: false },
						{ id: 'number', kind: 'idNumber', label: 'Số?', short: 'Số', required: false },
						{
							id: 'guardian',
							kind: 'name',
							label: 'Ai trông?',
							short: 'Người giám hộ',
							required: true,
							when: { question: 'born', ageUnder: 18, on: ['marriedOn', 'roughDate'] },
						},
					],
				},
			],
		},
	],
	checks: [
		{
			kind: 'notBefore',
			level: 'error',
			question: 'marriedOn',
			than: 'birthDate',
			message: 'Cưới trước khi sinh.',
		},
		{
			kind: 'withinMonths',
			level: 'error',
			question: 'marriedOn',
			than: 'roughDate',
			months: 24,
			message: 'Quá hai năm.',
		},
		{ kind: 'distinct', level: 'error', question: 'number', message: 'Trùng số.' },
		{
			kind: 'different',
			level: 'warning',
			question: 'guardian',
			than: 'fullName',
			message: 'Tự trông mình.',
		},
		{ kind: 'notAfterToday', level: 'warning', question: 'birthDate', message: 'Chưa tới.' },
		{
			kind: 'idNumberAgrees',
			level: 'warning',
			question: 'idNumber',
			birthDate: 'birthDate',
			message: 'Không khớp.',
		},
	],
	papers: [
		{ id: 'proof', name: 'Giấy tờ nhà', required: true, when: { question: 'role', is: 'owner' } },
		{
			id: 'consent',
			name: 'Giấy đồng ý',
			required: false,
			when: { some: 'people', where: { question: 'guardian', answered: true } },
		},
	],
	documents: [
		{
			id: 'letter',
			title: 'ĐƠN',
			lines: [
				{ kind: 'text', text: 'Kính gửi: {unit}, về {procedure}, cho {people} người' },
				{ kind: 'heading', text: 'Ghi tay: {text}' },
				{ kind: 'row', label: 'Tên', value: '{name}' },
				{ kind: 'row', label: 'Ở', value: '{address}, {commune}' },
				{ kind: 'row', label: 'Liên hệ', value: '{phone/email}' },
				{ kind: 'row', label: 'Bằng chữ', value: '{birthDate|words}' },
				{
					kind: 'row',
					label: 'Cưới',
					value: '{marriedOn}',
					when: { question: 'married', is: true },
				},
				{ kind: 'option', text: 'Chủ nhà', checked: { question: 'role', is: 'owner' } },
				{
					kind: 'table',
					each: 'people',
					columns: [
						{ label: 'TT', value: '{n}' },
						{ label: 'Tên', value: '{fullName}' },
						{ label: 'Nơi', value: '{commune}' },
						{ label: 'Ghi chú' },
					],
				},
				{
					kind: 'table',
					columns: [{ label: 'Việc' }, { label: 'Mức' }],
					rows: [['Kết hôn', '{married}']],
				},
				{
					kind: 'signatures',
					places: [
						{ role: 'Người viết', note: '(Ký)', name: '{name}' },
						{ role: 'Chủ nhà', when: { question: 'role', is: 'owner' } },
					],
				},
			],
		},
		{
			id: 'sheet',
			title: 'TỜ KHAI',
			model: 'Mẫu 1',
			each: 'people',
			when: { question: 'name', answered: true },
			lines: [
				{ kind: 'row', label: 'Tên', value: '{fullName}' },
				{ kind: 'row', label: 'Người nộp', value: '{name}' },
				{ kind: 'text', text: '{n} trên {people}' },
			],
		},
	],
} as const satisfies FormDefinition;

export const form: FormDefinition = everyKind as FormDefinition;

export const units = new Map([
	['01', 'Thành phố Hà Nội'],
	['00004', 'Phường Ba Đình'],
]);

/** Each message says which it is. */
export const messages: FormMessages = {
	wrong: Object.fromEntries(
		wrongAnswers.map((reason) => [reason, `${reason}.`]),
	) as FormMessages['wrong'],
	tooLong: (max) => `Nhiều nhất ${max} ký tự.`,
	outOfRange: (min, max) => `Từ ${min} đến ${max}.`,
	digits: (min, max) => `Từ ${min} đến ${max} số.`,
	tooFew: (min) => `Ít nhất ${min}.`,
	tooMany: (max) => `Nhiều nhất ${max}.`,
	unusual: { digitsInName: 'Tên có số.', phonePrefix: 'Đầu số lạ.' },
	yes: 'Có',
	no: 'Không',
	monthOfYear: (month, year) => `tháng ${month} năm ${year}`,
	named: (item, name) => `${item}: ${name}`,
};

export const context: FormContext = {
	messages,
	isUnit: (code) => units.has(code),
};

/** The least that may be handed in. */
export const enough = {
	name: 'Lê Thị Hoa',
	role: 'tenant',
	people: [{ fullName: 'Trần Văn Bảy' }],
};
