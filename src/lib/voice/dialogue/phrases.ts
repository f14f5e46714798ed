import { tidy } from '#lib/vietnamese/index.ts';

/** What a person says of a question itself, besides the orders of the screen. */
export const isMore = (text: string) =>
	/^(?:(?:nghe|đọc|xem|nói|cho) thêm|còn (?:gì|lựa chọn|cái) ?(?:nào)? ?(?:khác|nữa)|(?:lựa chọn|cái) khác|tiếp)/iu.test(
		tidy(text),
	);
export const isKeep = (text: string) =>
	/^(?:dạ |vâng )?(?:giữ nguyên|để nguyên|như cũ|giữ lại|không sửa|đúng rồi|vẫn vậy|y vậy)/iu.test(
		tidy(text),
	);
/** "Dùng lại": what is kept on this device. */
export const isReuse = (text: string) =>
	/^(?:dạ |vâng |ừ )?(?:(?:dùng|lấy|điền)(?: lại| luôn| cái đó| cái cũ| như cũ| thông tin đã lưu)*|như (?:cũ|lần trước)|vẫn vậy)(?: đi| nhé| ạ| luôn| cho tôi)*$/iu.test(
		tidy(text),
	);
export const isWhole = (text: string) =>
	/^(?:đọc|nghe|nói) (?:đủ|cả|rõ|hết|từng|lại cả)|^đánh vần/iu.test(tidy(text));
