import type { ListenFailure } from '#lib/speech/index.ts';

/** Why nothing was understood, and what to do. Loaded with the recognisers. */
export const listeningReasons: Readonly<Record<Exclude<ListenFailure, 'unavailable'>, string>> = {
	'not-allowed':
		'Micrô đang bị khóa. Bạn mở quyền dùng micrô cho trang này trong phần cài đặt của máy, hoặc gõ vào ô tìm kiếm.',
	'no-microphone': 'Không tìm thấy micrô. Bạn gõ vào ô tìm kiếm nhé.',
	'no-speech': 'Tôi chưa nghe thấy gì. Bấm Nói rồi nói lại, gần micrô hơn một chút.',
	'no-match': 'Tôi chưa hiểu. Bạn nói lại, chậm hơn một chút.',
	network: 'Bộ nghe tiếng nói của máy này cần mạng. Bạn gõ vào ô tìm kiếm nhé.',
	'language-not-supported':
		'Máy này chưa nghe được tiếng Việt. Bạn gõ vào ô tìm kiếm nhé; bàn phím của máy có thể có nút micrô.',
	'needs-consent':
		'Bộ nghe của trình duyệt gửi tiếng nói ra ngoài máy. Bạn cho phép trong phần Cài đặt, hoặc gõ vào ô tìm kiếm.',
	aborted: 'Đã thôi nghe.',
};
