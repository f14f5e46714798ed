import { describe, expect, test } from 'vitest';
import {
	answerWarnings,
	answersToSend,
	deriveDocuments,
	papersFor,
	questionFlow,
	validateAnswers,
	type Answers,
	type FormDefinition,
} from '#lib/forms/index.ts';
import { formMessages as messages } from '../messages/forms.vi.ts';
import { birthAnswers, disabilityAnswers, residenceAnswers } from './examples.ts';
import { formFor } from './index.ts';

const birth = formFor('1.001193');
const residence = formFor('1.004194');
const disability = formFor('1.001699');
const context = { messages, isUnit: (code: string) => code === '00004' };
const documentContext = {
	messages,
	unitName: () => 'Phường Ba Đình, Thành phố Hà Nội',
	procedure: 'Thủ tục',
	unit: 'Phường Ba Đình, Thành phố Hà Nội',
	dateInWords: (iso: string) => `chữ của ${iso}`,
};
const errors = (form: FormDefinition, answers: Answers) => validateAnswers(form, answers, context);
const documents = (form: FormDefinition, answers: Answers) =>
	deriveDocuments(form, answers, documentContext);
const paths = (form: FormDefinition, answers: Answers) =>
	questionFlow(form, answers).map(({ path }) => path);
const papers = (form: FormDefinition, answers: Answers) =>
	papersFor(form, answers).map(({ id }) => id);

test.each([
	['birth', birth, birthAnswers],
	['residence of twenty', residence, residenceAnswers(20)],
	['disability', disability, disabilityAnswers],
])(
	'complete answers are accepted, ask for nothing more and lose nothing: %s',
	(_, form, answers) => {
		expect(errors(form, answers)).toEqual([]);
		expect(answerWarnings(form, answers, context, '2026-07-01')).toEqual([]);
		expect(answersToSend(form, answers)).toEqual(answers);
	},
);

describe('birth', () => {
	test('a child of the mother alone has no questions about a father, and none about marriage', () => {
		const asked = paths(birth, { ...birthAnswers, parents: 'mother' });
		expect(asked.filter((path) => path.startsWith('father'))).toEqual([]);
		expect(asked).not.toContain('married');
		expect(asked).toContain('motherBirthDate');
	});

	test('a mother who applies is not asked again for her own name, number and place', () => {
		const asked = paths(birth, birthAnswers);
		expect(asked).not.toContain('motherName');
		expect(asked).toContain('fatherName');
		const named = (answers: Answers) =>
			documents(birth, answers)[0]?.lines.filter(
				(line) => line.kind === 'row' && line.label === 'Họ, chữ đệm, tên người mẹ',
			);
		expect(named(birthAnswers)).toMatchObject([{ value: 'Lò Thị Hoa' }]);
		const aunt = { ...birthAnswers, requesterRelation: 'relative', requesterName: 'Lò Thị Mai' };
		expect(named(aunt)).toMatchObject([{ value: '' }]);
		expect(named({ ...aunt, motherName: 'Lò Thị Hoa' })).toMatchObject([{ value: 'Lò Thị Hoa' }]);
	});

	test('a foundling needs the record, a child born at home a witness', () => {
		const found = { ...birthAnswers, parents: 'none', birthPlaceKind: 'elsewhere' };
		expect(papers(birth, found)).toEqual([
			'witnessStatement',
			'abandonedRecord',
			'surrogacyStatement',
			'idCard',
		]);
	});

	test('a child born before its mother is refused', () => {
		expect(errors(birth, { ...birthAnswers, motherBirthDate: '2027' })).toHaveLength(1);
	});

	test('the declaration has the date in figures and in words, and the two ticks', () => {
		const [declaration] = documents(birth, birthAnswers);
		expect(declaration?.lines).toContainEqual({
			kind: 'row',
			label: 'Ngày, tháng, năm sinh',
			value: '12/04/2026',
		});
		expect(declaration?.lines).toContainEqual({
			kind: 'row',
			label: 'Ghi bằng chữ',
			value: 'chữ của 2026-04-12',
		});
		expect(declaration?.lines.filter(({ kind }) => kind === 'option')).toEqual([
			{ kind: 'option', text: 'Đề nghị cấp bản sao: Có', checked: true },
			{ kind: 'option', text: 'Đề nghị cấp bản sao: Không', checked: false },
		]);
	});
});

describe('temporary residence', () => {
	test('twenty tenants make one request with a list of twenty, and twenty CT01 with the address', () => {
		const made = documents(residence, residenceAnswers(20));
		expect(made).toHaveLength(21);
		const list = made[0]?.lines.find(({ kind }) => kind === 'table');
		expect(list).toMatchObject({ rows: { length: 20 } });
		expect(list?.kind === 'table' && list.rows[19]).toEqual([
			'20',
			'Trần Văn Em',
			'02/03/1989',
			'Nam',
			'001 089 000 019',
			'Từ 01/07/2026 đến 01/07/2028',
		]);
		expect(made[20]).toMatchObject({ id: 'ct01-20', model: 'Mẫu CT01' });
		for (const sheet of made.slice(1))
			expect(sheet.lines).toContainEqual({
				kind: 'row',
				label: '10. Nội dung đề nghị',
				value:
					'Đăng ký tạm trú tại Nhà trọ số 15, ngõ 3, đường Nguyễn Trãi, Phường Ba Đình, Thành phố Hà Nội, từ ngày 01/07/2026 đến ngày 01/07/2028.',
			});
	});

	test('what is shared is asked once', () => {
		const asked = paths(residence, residenceAnswers(20));
		expect(asked.filter((path) => path.endsWith('Address'))).toEqual(['placeAddress']);
		expect(asked.filter((path) => path.endsWith('endDate'))).toEqual(['endDate']);
	});

	test('fifty persons are taken, fifty-one are not', () => {
		expect(errors(residence, residenceAnswers(50))).toEqual([]);
		expect(errors(residence, residenceAnswers(51))).toEqual([
			{ path: 'people', message: messages.tooMany(50) },
		]);
	});

	test('a child needs the consent of a guardian, told by the first day of the stay', () => {
		const [person] = residenceAnswers(1)['people'] as readonly Answers[];
		const child = { ...person, birthDate: '2010-07-02' };
		const answers = { ...residenceAnswers(1), people: [child] };
		expect(errors(residence, answers)).toEqual([
			{ path: 'people.0.guardianName', message: messages.wrong.required },
		]);
		const consented = { ...answers, people: [{ ...child, guardianName: 'Trần Thị Mai' }] };
		expect(papers(residence, consented)).toContain('guardianConsent');
		expect(documents(residence, consented)[1]?.lines.at(-1)).toMatchObject({
			places: [{}, { name: 'Trần Thị Mai' }, { role: 'Người kê khai' }],
		});
	});

	test('terms of their own are asked of each person', () => {
		const own = { ...residenceAnswers(2), sameTerm: false };
		expect(errors(residence, own).map(({ path }) => path)).toEqual([
			'people.0.personStartDate',
			'people.0.personEndDate',
			'people.1.personStartDate',
			'people.1.personEndDate',
		]);
	});

	test('a stay of more than two years is a warning, one that ends before it begins an error', () => {
		const until = (endDate: string) => ({ ...residenceAnswers(1), endDate });
		const warned = (endDate: string) =>
			answerWarnings(residence, until(endDate), context, '2026-07-01').map(({ path }) => path);
		expect(warned('2028-07-02')).toEqual(['endDate']);
		expect(errors(residence, until('2028-07-02'))).toEqual([]);
		expect(errors(residence, until('2026-06-30')).map(({ path }) => path)).toEqual(['endDate']);
	});

	test('a tenant who applies names the landlord, who then signs', () => {
		const tenant = { ...residenceAnswers(1), applicantRole: 'tenant', ownerName: 'Vũ Văn Chủ' };
		expect(errors(residence, tenant)).toEqual([]);
		const places = documents(residence, tenant)[1]?.lines.at(-1);
		expect(places).toMatchObject({ places: [{ name: 'Vũ Văn Chủ' }, { role: 'Người kê khai' }] });
	});
});

describe('disability', () => {
	test('only the kinds answered with yes are asked about more closely', () => {
		const asked = paths(disability, disabilityAnswers);
		expect(asked.filter((path) => path.startsWith('seeing'))).toHaveLength(8);
		expect(asked.filter((path) => path.startsWith('hearing'))).toEqual(['hearing']);
	});

	test('a person is spoken to as “bạn”, someone else is spoken about', () => {
		const label = (applicant: string) =>
			questionFlow(disability, { applicant }).find(({ path }) => path === 'birthDate')?.label;
		expect(label('self')).toBe('Bạn sinh ngày nào?');
		expect(label('representative')).toBe('Người đó sinh ngày nào?');
	});

	test('of a child under six no daily activities are asked', () => {
		const child = { ...disabilityAnswers, applicant: 'representative', underSix: true };
		expect(paths(disability, child)).not.toContain('walking');
		const tables = (answers: Answers) =>
			documents(disability, answers)[0]?.lines.filter(({ kind }) => kind === 'table');
		expect(tables(child)).toHaveLength(1);
		expect(tables(disabilityAnswers)).toHaveLength(2);
	});

	test('the request has the 37 official rows, with what was answered', () => {
		const table = documents(disability, disabilityAnswers)[0]?.lines.find(
			({ kind }) => kind === 'table',
		);
		const rows = table?.kind === 'table' ? table.rows : [];
		expect(rows).toHaveLength(6 + 6 + 6 + 7 + 5 + 4 + 3);
		expect(rows).toContainEqual(['3.1', 'Mù một hoặc hai mắt', 'Có']);
		expect(rows).toContainEqual(['1', 'Khuyết tật vận động', 'Không']);
		expect(rows).toContainEqual(['1.1', 'Mềm nhẽo hoặc co cứng toàn thân', '']);
	});

	test('the old certificate is asked for only when it is assessed again', () => {
		expect(papers(disability, disabilityAnswers)).toContain('oldCertificate');
		expect(papers(disability, { ...disabilityAnswers, request: 'first' })).toContain(
			'medicalBoardConclusion',
		);
	});
});
