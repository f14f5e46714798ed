import type { Procedure } from '#lib/catalogue/index.ts';

/**
 * Made-up procedures that differ in code and words.
 * @param edition goes into the description, so that another edition is another release
 */
export const someProcedures = (count: number, edition = 'bản 1'): Procedure[] =>
	Array.from({ length: count }, (_, i) => ({
		code: `1.${String(i + 1).padStart(6, '0')}`,
		name: `Thủ tục thử số ${i + 1}`,
		ministry: 'Bộ Thử nghiệm',
		field: 'Thử nghiệm',
		agency: 'Ủy ban nhân dân cấp xã',
		levels: ['commune'],
		audience: ['Công dân Việt Nam'],
		steps: ['Nộp hồ sơ', 'Nhận kết quả'],
		channels: [],
		requiredDocuments: [],
		forms: [],
		conditions: [],
		legalBasis: [],
		description: edition,
		flags: [],
		origin: 'starter',
		source: { name: 'Thử nghiệm' },
	}));
