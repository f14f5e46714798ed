import type { DossierMessages } from '#lib/dossiers/index.ts';

/** Why a dossier's content is refused, said so that the person or their helper can act. */
export const dossierMessages: DossierMessages = {
	notAnObject: 'Hồ sơ gửi lên không đúng dạng.',
	unknownField: 'Mục này không có trong mẫu hồ sơ.',
	id: 'Mã định danh của hồ sơ không đúng dạng.',
	procedure: 'Mã thủ tục không đúng dạng.',
	unit: 'Mã nơi nhận hồ sơ không đúng dạng.',
	formId: 'Tên mẫu đơn không đúng dạng.',
	formVersion: 'Phiên bản mẫu đơn không đúng dạng.',
	answers: 'Phần trả lời không đúng dạng.',
	answerValue: 'Câu trả lời này không đúng dạng.',
	text: 'Chữ ở đây có ký tự hỏng. Bạn nhập lại nhé.',
	forbiddenName: 'Tên câu hỏi này không được dùng.',
	tooDeep: (levels) => `Phần trả lời lồng nhau quá ${levels} lớp.`,
	tooLarge: (bytes) =>
		`Nội dung hồ sơ vượt quá ${Math.floor(bytes / 1024)} KB. Bạn viết ngắn lại nhé.`,
	attachments: 'Danh sách tệp đính kèm không đúng dạng.',
	tooManyAttachments: (most) => `Mỗi hồ sơ có nhiều nhất ${most} tệp đính kèm.`,
	attachmentId: 'Mã của tệp đính kèm không đúng dạng.',
	sameAttachmentTwice: 'Có hai tệp đính kèm trùng mã.',
	attachmentName: (most) => `Tên tệp phải có chữ và không dài quá ${most} ký tự.`,
	attachmentType: 'Loại tệp đính kèm không đúng dạng.',
	attachmentBytes: 'Kích thước tệp đính kèm không đúng.',
	hash: 'Mã kiểm tra nội dung không đúng dạng.',
	createdAt: 'Thời điểm lập hồ sơ không đúng dạng.',
};
