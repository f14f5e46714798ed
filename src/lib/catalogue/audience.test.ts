import { describe, expect, it } from 'vitest';
import { isForCitizens, isForOrganisations, readLevels, splitAudience } from './audience.ts';

describe('splitAudience', () => {
	it('splits at commas outside brackets', () => {
		expect(
			splitAudience('Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX), Hợp tác xã'),
		).toEqual(['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Hợp tác xã']);
	});
	it('leaves officials together', () => {
		expect(splitAudience('Người nước ngoài, Cán bộ, công chức, viên chức, Doanh nghiệp')).toEqual([
			'Người nước ngoài',
			'Cán bộ, công chức, viên chức',
			'Doanh nghiệp',
		]);
	});
	it('has nobody for an empty text, nobody twice, and survives a bracket left open', () => {
		expect(splitAudience('')).toEqual([]);
		expect(splitAudience('Doanh nghiệp, Doanh nghiệp')).toEqual(['Doanh nghiệp']);
		expect(splitAudience('Tổ chức (trừ HTX, Doanh nghiệp')).toEqual([
			'Tổ chức (trừ HTX, Doanh nghiệp',
		]);
	});
});

it('counts people as citizens, and companies and officials not', () => {
	expect(isForCitizens(['Doanh nghiệp', 'Người Việt Nam định cư ở nước ngoài'])).toBe(true);
	expect(isForCitizens(['Công dân Việt Nam'])).toBe(true);
	expect(isForCitizens(['Cán bộ, công chức, viên chức', 'Doanh nghiệp Việt Nam'])).toBe(false);
	expect(isForCitizens([])).toBe(false);
});

it('counts companies, cooperatives and organisations together, and people not', () => {
	expect(isForOrganisations(['Công dân Việt Nam', 'Doanh nghiệp Việt Nam'])).toBe(true);
	expect(isForOrganisations(['Tổ chức (không bao gồm doanh nghiệp, HTX)'])).toBe(true);
	expect(isForOrganisations(['Hợp tác xã'])).toBe(true);
	expect(isForOrganisations(['Công dân Việt Nam', 'Cán bộ, công chức, viên chức'])).toBe(false);
});

describe('readLevels', () => {
	it('reads any case, once each, nearest level first', () => {
		expect(readLevels('Cấp bộ, Cấp Tỉnh, CẤP XÃ, Cơ quan khác, Cấp Bộ').levels).toEqual([
			'commune',
			'province',
			'ministry',
			'other',
		]);
	});
	it('leaves the district out and tells of it', () => {
		expect(readLevels('Cấp Huyện, Cấp Xã')).toEqual({ levels: ['commune'], namesDistrict: true });
		expect(readLevels('')).toEqual({ levels: [], namesDistrict: false });
	});
});
