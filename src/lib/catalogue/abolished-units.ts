/**
 * Does a text send people to a body that no longer exists? District level (1 July 2025: two levels of local government)
 * and ministries merged on 1 March 2025, with their departments. Counted is every mention outside a legal text's
 * citation: a district in an address counts too, since that address is no longer written so.
 */
export function namesAbolishedUnit(text: string): boolean {
	for (const { index } of text.matchAll(unit)) {
		const sentence = text
			.slice(Math.max(0, index - 250), index)
			.split(/[.;\n](?!\d)/)
			.at(-1);
		if (!isCited(sentence ?? '')) return true;
	}
	return false;
}

const and = String.raw`\s*(?:và|&)\s*`;
const dash = String.raw`\s*[-–,]?\s*`;
const merged = [
	`lao động${dash}thương binh${and}xã hội`,
	`kế hoạch${and}đầu tư`,
	'giao thông vận tải',
	`tài nguyên${and}môi trường`,
	`thông tin${and}truyền thông`,
	`nông nghiệp${and}phát triển nông thôn`,
].join('|');
const ministry = String.raw`(?:bộ|sở)\s+(?:trưởng bộ\s+)?(?:${merged})|[uủ][yỷ] ban dân tộc(?! (?:của )?quốc hội)|(?:bộ|sở) (?:lđ-?tb\s?&\s?xh|lđtbxh|kh\s?&\s?đt|gtvt|tn\s?&\s?mt|tnmt|tt\s?&\s?tt|nn\s?&\s?ptnt)`;
const district = String.raw`cấp huyện|quận|huyện|thị xã|phòng (?:tư pháp|lao động|giáo dục và đào tạo|tài nguyên|kinh tế(?: và| -) hạ tầng)`;
const unit = new RegExp(String.raw`(?<!\p{L})(?:${ministry}|${district})(?!\p{L})`, 'giu');

const number = String.raw`\d[\d.:-]*\/(?:\d{4}\/)?\s?\p{Lu}[\p{L}\d&/-]+`;
const kind = String.raw`(?:[Tt]hông tư|Quyết định|[Nn]ghị định|[Nn]ghị quyết|[Cc]hỉ thị|[Qq]uy chuẩn)`;
const body = String.raw`(?:các |liên )?(?:[Bb]ộ trưởng )?(?:Bộ|[UỦ][yỷ] ban)`;
/** "Thông tư số 32/2021/TT-BGTVT ngày … của Bộ trưởng Bộ Y tế, ": the text's issuers follow. */
const issuedBy = new RegExp(
	String.raw`(?:${number}|${kind})[^()]*\scủa\s+(?:${body} [^,]{2,50}(?:,| và| -| –)\s*)*(?:[Bb]ộ trưởng\s+)?$`,
	'u',
);
/** "Quyết định số 353/QĐ-TTg phê duyệt danh sách ": the text's title goes on. */
const title = new RegExp(String.raw`${number}([^,()]*)$`, 'u');
const movesOn = /(?<!\p{L})(?:nộp|gửi|đến|tới|tại|cho|trình|về trụ sở)(?!\p{L})/u;

/** @param before the sentence up to the mention */
function isCited(before: string): boolean {
	if (issuedBy.test(before)) return true;
	const rest = title.exec(before)?.[1];
	return rest !== undefined && !movesOn.test(rest);
}
