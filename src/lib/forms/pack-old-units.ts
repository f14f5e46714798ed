import { fold, tidy } from '#lib/vietnamese/index.ts';
import { oldTypes, type PackedOldCommunes, type PackedOldProvinces } from './old-units.ts';

interface SourceProvince {
	readonly code: string;
	readonly communes: readonly {
		readonly code: string;
		readonly name: string;
		readonly merged_from?: readonly string[];
	}[];
}

/** The inverse of `decodeOldCommunes`, for making the file from a list of the source. */
export function packOldCommunes(provinces: readonly SourceProvince[]): PackedOldCommunes {
	const packed = provinces.map(({ code, communes }) => {
		let last = 0;
		const parts = [...communes]
			.sort((a, b) => Number(a.code) - Number(b.code))
			.flatMap((commune) => {
				const names = oldNames(commune.merged_from ?? [], commune.name);
				if (names.length === 0) return [];
				const step = Number(commune.code) - last;
				last = Number(commune.code);
				return [`${step.toString(36)} ${names.join(',')}`];
			});
		return [code, parts.join('|')] as const;
	});
	return { provinces: Object.fromEntries(packed.filter(([, text]) => text !== '')) };
}

/** Without remarks in brackets, which the source has cut at their commas; without the name it still bears. */
function oldNames(mergedFrom: readonly string[], own: string): string[] {
	let text = tidy(mergedFrom.join(','));
	for (let before = ''; before !== text;) {
		before = text;
		text = text.replace(/\([^()]*\)/g, '');
	}
	// A township's own name stays: it may be divided among several communes.
	const isSame = (type: string, name: string) =>
		/^(?:xã|phường)$/i.test(type) && fold(name) === fold(own);
	const names = text.split(',').flatMap((part) => {
		const match = /^(xã|phường|thị trấn) (.+)$/i.exec(
			part.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim(),
		);
		if (!match?.[1] || !match[2] || isSame(match[1], match[2])) return [];
		const type = match[1].charAt(0).toUpperCase() + match[1].slice(1).toLowerCase();
		const letter = Object.entries(oldTypes).find(([, full]) => full === type)?.[0] ?? 'X';
		return letter === 'X' ? [match[2]] : [`${letter} ${match[2]}`];
	});
	return [...new Set(names)];
}

/** Old provinces that are now part of another. */
export function packOldProvinces(
	rows: readonly { readonly old: string; readonly today: string; readonly code: string }[],
): PackedOldProvinces {
	const packed: Record<string, string[]> = {};
	for (const { old, today, code } of rows)
		if (fold(old) !== fold(today)) (packed[code] ??= []).push(old);
	return packed;
}
