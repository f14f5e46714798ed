import { isoDate } from './iso-date.ts';
import { oneLine } from './normalise-text.ts';
import type { LegalBasis } from './procedure.ts';
import type { SourceRecord } from './source-record.ts';

/** "Nghị định số 12/2020/NĐ-CP" → "12/2020/NĐ-CP": the number says what kind of text it is. */
const spelledOut =
	/^(?:(?:bộ )?luật|nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết|công văn|pháp lệnh)?\s*(?:số)?\s*(?=\d\S*[/-]\s?\p{Lu})/iu;

export function readLegalBasis(source: NonNullable<SourceRecord['legal_basis']>): LegalBasis[] {
	const texts = source.flatMap((item): LegalBasis[] => {
		const number = oneLine(item.number ?? '')
			.replace(spelledOut, '')
			.replace(/\.$/, '');
		if (number === '') return [];
		const [, day, month, year] =
			/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(oneLine(item.date ?? '')) ?? [];
		const [title, issuer] = [oneLine(item.title ?? ''), oneLine(item.issuer ?? '')];
		const issuedOn = isoDate(year, month, day);
		return [
			{
				number,
				...(title ? { title } : {}),
				...(issuedOn ? { issuedOn } : {}),
				...(issuer ? { issuer } : {}),
			},
		];
	});
	return [...new Map(texts.map((item) => [JSON.stringify(item), item])).values()];
}
