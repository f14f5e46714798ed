const rows = [
	'aàáảãạ',
	'ăằắẳẵặ',
	'âầấẩẫậ',
	'eèéẻẽẹ',
	'êềếểễệ',
	'iìíỉĩị',
	'oòóỏõọ',
	'ôồốổỗộ',
	'ơờớởỡợ',
	'uùúủũụ',
	'ưừứửữự',
	'yỳýỷỹỵ',
];
const shaped: Readonly<Record<string, string>> = {
	ă: 'aw',
	â: 'aa',
	ê: 'ee',
	ô: 'oo',
	ơ: 'ow',
	ư: 'uw',
	đ: 'dd',
};
const toneKeys = 'fsrxj';

const keys = new Map(Object.entries(shaped));
for (const row of rows) {
	const [plain = '', ...toned] = row;
	toned.forEach((letter, tone) => keys.set(letter, `${shaped[plain] ?? plain}${toneKeys[tone]}`));
}

/** A syllable as the voice pack spells it, in Telex: `đăng` → `ddawng`, `hòa` → `hofa`. One key is one phone. */
export const packSpelling = (syllable: string): string =>
	Array.from(syllable.normalize('NFC').toLowerCase(), (letter) => keys.get(letter) ?? letter).join(
		'',
	);
