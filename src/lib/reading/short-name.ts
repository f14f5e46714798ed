import { lowerFirst } from './by-channel.ts';
import { withoutListSign } from './list-sign.ts';

/** A paper's name longer than this is for its own section. */
const longestName = 48;
/** What the source adds to the name: forms, conditions, who made it. */
const addition =
	/\s*(?:[(;]|\s[-–]\s|\.(?:\s|$|\d)|(?<!\p{L})(?:theo|có xác nhận|có chứng thực|được|do)(?!\p{L})).*$/isu;
/** Only what is surely a paper is named; a condition or half a sentence would mislead. */
const paper =
	/^(?:tờ|đơn|giấy|bản|văn bản|hợp đồng|quyết định|chứng|phiếu|sổ|thẻ|căn cước|hộ chiếu|ảnh|báo cáo|danh|biên bản|kế hoạch|phương án|dự thảo|đề án|công văn|thông báo|bằng|lý lịch|sơ yếu|điều lệ|hồ sơ|thuyết minh)(?!\p{L})/iu;
const unfinished = /[,:/]|một trong|(?:sau|dưới đây|như|là|gồm|của|về|cho)$/iu;

/** "- Tờ khai khai sinh theo mẫu (bản chính)" → "tờ khai khai sinh"; `undefined` where no short name is sure. */
export function shortName(name: string): string | undefined {
	const short = withoutListSign(name).replace(/\s+/g, ' ').trim().replace(addition, '').trim();
	const isSure =
		paper.test(short) && short.includes(' ') && !unfinished.test(short) && !/hoặc/iu.test(name);
	return isSure && short.length <= longestName ? lowerFirst(short) : undefined;
}
