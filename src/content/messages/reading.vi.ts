import type { ReadingMessages } from '#lib/reading/index.ts';
import { cardinal } from '#lib/vietnamese/index.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const currencies: Readonly<Record<string, string>> = { VND: 'đồng', USD: 'đô la Mỹ', EUR: 'ơ rô' };
const inWords = (count: number) => cardinal(String(count));

/** The fixed phrases of what is shown and read of a procedure. */
export const reading: ReadingMessages = {
	headings: {
		summary: 'Tóm tắt',
		documents: 'Giấy tờ cần nộp',
		steps: 'Các bước thực hiện',
		fees: 'Phí, lệ phí',
		time: 'Thời hạn giải quyết',
		place: 'Nơi nộp',
		conditions: 'Yêu cầu, điều kiện',
		legal: 'Căn cứ pháp lý',
		result: 'Kết quả',
	},
	numbered: (count, text) => `${count}: ${text}`,
	step: (count, text) => `Bước ${count}: ${text}`,
	summary: {
		fullName: (name) => `Tên đầy đủ: ${name}`,
		result: (result) => `Làm xong thủ tục này, bạn nhận: ${result}`,
		field: (field) => `Thủ tục thuộc lĩnh vực ${field}`,
		documents: (count, cases, named) => {
			if (cases > 0) return `Có ${inWords(count)} loại giấy tờ, tùy trường hợp mà nộp.`;
			const need = `Cần ${inWords(count)} loại giấy tờ`;
			if (named.length === 0) return `${need}.`;
			const others = count - named.length;
			const list = named.join('; ');
			return others > 0
				? `${need}, trong đó có: ${list}; và ${inWords(others)} loại khác.`
				: `${need}: ${list}.`;
		},
		noDocuments: 'Nguồn không nêu giấy tờ cần nộp.',
		documentsAsText: 'Nguồn chỉ ghi giấy tờ thành một đoạn văn.',
		time: (time) => `Thời hạn ${time}.`,
		timesDiffer: (times) => `Thời hạn tùy cách nộp: ${times}.`,
		timesVary: 'Thời hạn có nhiều mức, bạn nghe ở phần Thời hạn giải quyết.',
		fee: (fee) => (fee === 'miễn phí' ? 'Miễn phí.' : `Phí ${fee}.`),
		feesDiffer: (fees) => `Phí tùy cách nộp: ${fees}.`,
		feesVary: 'Mức phí còn tùy trường hợp, bạn nghe ở phần Phí, lệ phí.',
		feesBetween: (lowest, highest) => `Phí từ ${lowest} đến ${highest}, tùy trường hợp.`,
		place: (agency) => `Nơi giải quyết: ${agency}`,
		online: 'Có thể nộp trực tuyến.',
	},
	documents: {
		count: (count) => `Có ${inWords(count)} loại giấy tờ.`,
		originals: (count) => `${count} bản chính`,
		copies: (count) => `${count} bản sao`,
		quantity: (asWritten) => `Nguồn ghi số lượng là “${asWritten}”.`,
		hasForm: 'Có mẫu kèm theo.',
	},
	fees: {
		unknown: 'Thông tin phí chưa được công bố.',
		free: 'miễn phí',
		freeBecause: (reason) => `miễn phí (${reason.replace(/[\s.]+$/, '')})`,
		amount: (amount, currency) => `${number.format(amount)} ${currencies[currency] ?? currency}`,
		per: (amount, thing) => `${amount} một ${thing}`,
		until: (date) => `Mức này áp dụng đến hết ${date}.`,
		mayHaveChanged: (date) => `Mức phí ghi ở đây chỉ áp dụng đến hết ${date}: phí có thể đã đổi.`,
	},
	time: {
		units: {
			hour: 'giờ',
			workingDay: 'ngày làm việc',
			day: 'ngày',
			month: 'tháng',
			year: 'năm',
		},
		unknown: 'Thời hạn chưa được công bố.',
		unregulated: 'Không quy định thời hạn.',
		withoutUnit: (written) => `Nguồn ghi thời hạn là ${written} nhưng không ghi đơn vị.`,
		unclear: (written) => `Nguồn ghi thời hạn là “${written}”, chưa rõ nghĩa.`,
	},
	place: {
		agency: (agency) => `Cơ quan thực hiện: ${agency}`,
		authority: (authority) => `Cơ quan có thẩm quyền: ${authority}`,
		address: (address) => `Địa chỉ: ${address}`,
		channels: (channels, count) =>
			count > 1 ? `Có ${inWords(count)} cách nộp: ${channels}.` : `Cách nộp: ${channels}.`,
		levels: { commune: 'cấp xã', province: 'cấp tỉnh', ministry: 'cấp bộ', other: 'cơ quan khác' },
		level: (levels) => `Cấp thực hiện theo nguồn: ${levels}.`,
		unknown: 'Nguồn chưa ghi nơi nộp.',
	},
	audience: (people) => `Dành cho: ${people}.`,
	stepCount: (count) => `Có ${inWords(count)} bước.`,
	byChannel: (channels, fact) => `${channels}: ${fact}`,
	unnamedChannel: 'Cách nộp khác',
	noSteps: 'Nguồn không nêu các bước thực hiện.',
	noConditions: 'Không nêu yêu cầu, điều kiện.',
	noLegalBasis: 'Nguồn không nêu căn cứ pháp lý.',
	noResult: 'Nguồn không nêu kết quả.',
	legalCount: (count) => `Có ${inWords(count)} văn bản.`,
	issued: (text, date, issuer) => [text, date, issuer].filter(Boolean).join(', '),
	abolishedDistrict: 'Văn bản cũ còn ghi cấp huyện; hãy hỏi xã, phường nơi nộp.',
	abolishedMinistry:
		'Văn bản cũ còn ghi tên bộ, sở đã sáp nhập; hãy hỏi nơi nộp xem cơ quan nào giải quyết.',
	staleSource: (date) =>
		`Thông tin này lấy từ ${date}, có thể đã cũ; hãy hỏi lại nơi nộp trước khi đi.`,
	source: (name, date) => `Theo ${name}, lấy ${date}.`,
	undatedSource: (name) => `Theo ${name}, không rõ lấy ngày nào.`,
	otherSource: (name, date) => `Một số thông tin theo ${name}, lấy ${date}.`,
	ownWords: 'Lời ở đây được viết lại cho dễ hiểu, không thay văn bản chính thức.',
	date: (year, month, day) =>
		[day && `ngày ${day}`, month && `tháng ${month}`, `năm ${year}`].filter(Boolean).join(' '),
	listCount: (count) => `Có ${inWords(count)} mục.`,
	emptyList: 'Không có mục nào.',
};
