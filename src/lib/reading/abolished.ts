import type { Procedure } from '#lib/catalogue/index.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { SectionWriter } from './script-writer.ts';

/** District level ended on 1 July 2025; these ministries were merged on 1 March 2025, with their departments. */
const district =
	/(?:^|[^\p{L}])(?:cấp huyện|quận|huyện|thị xã|phòng (?:tư pháp|lao động|giáo dục và đào tạo|tài nguyên|kinh tế))(?!\p{L})/iu;
const ministry =
	/(?:^|[^\p{L}])(?:lao động\s*[-–,]\s*thương binh|kế hoạch và đầu tư|giao thông vận tải|tài nguyên và môi trường|thông tin và truyền thông|nông nghiệp và phát triển nông thôn|uỷ ban dân tộc|ủy ban dân tộc|lđtbxh|gtvt|tnmt)(?!\p{L})/iu;

/** Warns where the record sends people to bodies that are no more. */
export function addAbolishedWarnings(
	section: SectionWriter,
	procedure: Procedure,
	words: ReadingMessages,
): void {
	if (!procedure.flags.includes('abolished_unit')) return;
	const { agency, authority = '', address = '', steps, channels, conditions } = procedure;
	const text = [
		agency,
		authority,
		address,
		...steps,
		...conditions,
		...channels.map(({ note = '' }) => note),
	].join('\n');
	const namesMinistry = ministry.test(text);
	if (district.test(text) || !namesMinistry) section.add('warning', [words.abolishedDistrict]);
	if (namesMinistry) section.add('warning', [words.abolishedMinistry]);
}
