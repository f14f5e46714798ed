import { oneLine } from './normalise-text.ts';
import { levels as allLevels, type Level } from './terms.ts';

/**
 * "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức" → three: an item begins
 * with a capital, and a comma in brackets belongs to its item.
 */
export function splitAudience(source: string): string[] {
	const items: string[] = [];
	let depth = 0;
	for (const part of oneLine(source).split(',')) {
		const goesOn = depth > 0 || /^\s*\p{Ll}/u.test(part);
		if (goesOn && items.length > 0) items.push(`${items.pop() ?? ''},${part}`);
		else items.push(part.trim());
		depth += part.split('(').length - part.split(')').length;
	}
	return [...new Set(items.map((item) => item.trim()).filter(Boolean))];
}

/** May a private person ask for it? */
export const isForCitizens = (audience: readonly string[]) =>
	audience.some((item) => /^(công dân|người|cá nhân|hộ gia đình|đảng viên)/i.test(item));

/** May an organisation or a business ask for it? */
export const isForOrganisations = (audience: readonly string[]) =>
	audience.some((item) => /^(tổ chức|doanh nghiệp|hợp tác xã|htx|cơ quan|đơn vị)/i.test(item));

const levelNames: readonly (readonly [RegExp, Level])[] = [
	[/^(cấp )?xã$/i, 'commune'],
	[/^(cấp )?tỉnh$/i, 'province'],
	[/^(cấp )?(bộ|trung ương)$/i, 'ministry'],
	[/^cơ quan khác$/i, 'other'],
];

/** "Cấp Bộ, Cấp Tỉnh" → levels in the order of `levels`. District level is gone since 1 July 2025: left out, and told. */
export function readLevels(source: string): { levels: Level[]; namesDistrict: boolean } {
	const items = oneLine(source).split(/\s*[,;]\s*/);
	const found = new Set(
		items.flatMap((item) =>
			levelNames.filter(([name]) => name.test(item)).map(([, level]) => level),
		),
	);
	return {
		levels: allLevels.filter((level) => found.has(level)),
		namesDistrict: items.some((item) => /^(cấp )?huyện$/i.test(item)),
	};
}
