import type { Answers } from '#lib/forms/index.ts';

/** Complete answers to each form, as a person might give them; for tests. No real person is meant. */
export const birthAnswers: Answers = {
	childName: 'Lê Minh An',
	childSex: 'female',
	childBirthDate: '2026-04-12',
	birthPlaceKind: 'facility',
	birthPlaceName: 'Trạm y tế xã Mường Phăng',
	birthPlaceAddress: 'Xã Mường Phăng, Tỉnh Điện Biên',
	childEthnicity: 'Thái',
	childNationality: 'Việt Nam',
	childHometown: 'Xã Mường Phăng, Tỉnh Điện Biên',
	parents: 'both',
	married: true,
	marriageCertificate: 'Số 25/2020, Ủy ban nhân dân xã Mường Phăng',
	motherBirthDate: '1995',
	motherEthnicity: 'Thái',
	motherNationality: 'Việt Nam',
	fatherName: 'Lê Văn Nam',
	fatherBirthDate: '1993-09-02',
	fatherEthnicity: 'Kinh',
	fatherNationality: 'Việt Nam',
	fatherAddress: 'Xã Mường Phăng, Tỉnh Điện Biên',
	requesterRelation: 'mother',
	requesterName: 'Lò Thị Hoa',
	requesterIdNumber: '011195001234',
	requesterPhone: '0912345678',
	requesterAddress: 'Xã Mường Phăng, Tỉnh Điện Biên',
	wantsCopies: true,
	copies: 2,
};

const digits = (number: number, length: number) => String(number).padStart(length, '0');

/** A landlord who registers so many tenants in one dossier. */
export const residenceAnswers = (tenants: number): Answers => ({
	applicantRole: 'owner',
	applicantName: 'Nguyễn Thị Bích',
	applicantIdNumber: '001170004321',
	applicantPhone: '0987654321',
	placeUnit: '00004',
	placeAddress: 'Nhà trọ số 15, ngõ 3, đường Nguyễn Trãi',
	placeRight: 'rented',
	sameTerm: true,
	startDate: '2026-07-01',
	endDate: '2028-07-01',
	people: Array.from({ length: tenants }, (_, n) => ({
		fullName: `Trần Văn ${['An', 'Bình', 'Cường', 'Dũng', 'Em'][n % 5]}`,
		birthDate: `19${digits(70 + (n % 30), 2)}-03-0${(n % 9) + 1}`,
		sex: 'male',
		idNumber: `0010${digits(70 + (n % 30), 2)}${digits(n, 6)}`,
		household: 'own',
	})),
});

export const disabilityAnswers: Answers = {
	request: 'again',
	reason: 'Mắt kém hơn trước.',
	applicant: 'self',
	fullName: 'Phạm Văn Sáng',
	birthDate: '1962',
	sex: 'male',
	address: 'Thôn 3, Xã Mường Phăng, Tỉnh Điện Biên',
	phone: '0912345678',
	healthConsent: true,
	notifyConsent: false,
	canTravel: true,
	attendsSchool: false,
	movement: false,
	hearing: false,
	seeing: true,
	seeingBlind: true,
	mental: false,
	mind: false,
	other: false,
	walking: 'withHelp',
	reading: 'unable',
};
