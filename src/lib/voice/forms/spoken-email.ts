import { fold, hearDigits, tidy } from '#lib/vietnamese/index.ts';

const signs: readonly (readonly [said: string, sign: string])[] = [
	['a còng', '@'],
	['a vòng', '@'],
	['a móc', '@'],
	['at', '@'],
	['chấm', '.'],
	['gạch dưới', '_'],
	['gạch ngang', '-'],
	['gạch nối', '-'],
	['cộng', '+'],
];

/** "hoa một hai ba a còng gmail chấm com" → `hoa123@gmail.com`; undefined where that is no address. */
export function hearEmail(text: string): string | undefined {
	let said = ` ${tidy(text).toLowerCase()} `.replace(
		/^ (?:email|thư điện tử|địa chỉ)(?: của tôi)?(?: là)? /,
		' ',
	);
	for (const [word, sign] of signs) said = said.replaceAll(` ${word} `, ` ${sign} `);
	const parts = said
		.trim()
		.split(/\s+/)
		.map((part) => {
			const digits = hearDigits(part);
			return digits.ok ? digits.value : fold(part);
		});
	const address = parts.join('');
	return /^[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(address) ? address : undefined;
}
