/** The words in which a filter is said. Data, with marks; what is typed without marks matches too. */
import type { Filter } from './filter.ts';

/** What a phrase stands for. */
export interface Saying {
	readonly filter?: Filter;
	/** the name of a field or an agency follows */
	readonly names?: 'fields' | 'agencies';
	/** stands between filters, or around them */
	readonly joins?: true;
	/** too short to be meant unless it is an order: "chỉ xã" */
	readonly onlyOrdered?: true;
}

/** What makes a filter an order. */
export const commands: readonly string[] = [
	'chỉ',
	'chỉ lấy',
	'chỉ xem',
	'chỉ tìm',
	'chỉ hiện',
	'chỉ cần',
	'chỉ cho xem',
	'lọc',
	'lọc lấy',
	'lọc theo',
];

/** After these, folded, `chỉ` is part of a word: địa chỉ, chứng chỉ, tín chỉ, đình chỉ … */
export const notAfter: ReadonlySet<string> = new Set(['dia', 'chung', 'tin', 'dinh', 'kim']);
/** … and before these: chỉ huy, chỉ định … */
export const notBefore: readonly string[] = ['huy', 'định', 'đạo', 'tiêu', 'dẫn', 'thị'];
/** Typed without marks, `chi` before these is no `chỉ`: chi cục, chi nhánh, chi phí … */
export const notBeforeBare: readonly string[] = ['cục', 'nhánh', 'phí', 'trả', 'hội', 'thường'];

export const clearing: readonly string[] = [
	'bỏ lọc',
	'bỏ bộ lọc',
	'xóa lọc',
	'xóa bộ lọc',
	'tắt lọc',
	'không lọc nữa',
	'đừng lọc nữa',
	'hiện tất cả',
	'xem tất cả',
];

const places = (level: string, words: readonly string[]): [string, Saying][] => {
	const filter: Filter = { levels: [level as 'commune'] };
	return words.flatMap((word): [string, Saying][] => [
		[word, { filter, ...(word.startsWith('cấp') ? {} : { onlyOrdered: true }) }],
		...['ở', 'tại', 'của', 'thuộc', 'nộp ở', 'nộp tại', 'làm ở', 'làm tại', 'thực hiện tại'].map(
			(before): [string, Saying] => [`${before} ${word}`, { filter }],
		),
	]);
};

const either = (filter: Filter, ...phrases: string[]): [string, Saying][] =>
	phrases.map((phrase) => [phrase, { filter }]);

export const sayings: readonly [string, Saying][] = [
	...places('commune', ['cấp xã', 'cấp phường', 'cấp xã phường', 'xã', 'phường', 'xã phường']),
	...places('province', ['cấp tỉnh', 'cấp thành phố', 'tỉnh', 'thành phố', 'tỉnh thành phố']),
	...places('ministry', ['cấp bộ', 'cấp trung ương', 'bộ', 'trung ương']),
	...either(
		{ online: true },
		...['trực tuyến', 'qua mạng', 'online', 'trên mạng'].flatMap((way) => [
			way,
			...['nộp', 'làm', 'nộp hồ sơ', 'nộp được', 'làm được'].map((verb) => `${verb} ${way}`),
		]),
	),
	...either(
		{ audience: 'citizens' },
		...['người dân', 'công dân', 'cá nhân'].flatMap((who) => [`cho ${who}`, `dành cho ${who}`]),
	),
	...either(
		{ audience: 'organisations' },
		...['doanh nghiệp', 'công ty', 'tổ chức', 'tổ chức doanh nghiệp', 'hợp tác xã'].flatMap(
			(who) => [`cho ${who}`, `dành cho ${who}`],
		),
	),
	...['người dân', 'công dân', 'cá nhân'].map((word): [string, Saying] => [
		word,
		{ filter: { audience: 'citizens' }, onlyOrdered: true },
	]),
	...['doanh nghiệp', 'công ty', 'tổ chức'].map((word): [string, Saying] => [
		word,
		{ filter: { audience: 'organisations' }, onlyOrdered: true },
	]),
	...['lĩnh vực', 'thuộc lĩnh vực', 'trong lĩnh vực', 'về lĩnh vực', 'ở lĩnh vực', 'ngành'].map(
		(phrase): [string, Saying] => [phrase, { names: 'fields' }],
	),
	...[
		'của',
		'thuộc',
		'do',
		'ở',
		'tại',
		'nộp ở',
		'nộp tại',
		'cơ quan',
		'của cơ quan',
		'ở cơ quan',
	].map((phrase): [string, Saying] => [phrase, { names: 'agencies' }]),
	...[
		'và',
		'hoặc',
		'hay',
		'thôi',
		'mà thôi',
		'nhé',
		'ạ',
		'đi',
		'thủ tục',
		'việc',
		'những',
		'các',
		'những việc',
		'những thủ tục',
		'các thủ tục',
		'theo',
	].map((phrase): [string, Saying] => [phrase, { joins: true }]),
];
