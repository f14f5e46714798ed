/** What the server says when it cannot take a dossier or a file: why, and what the person can do. */
export const intakeMessages = {
	notJson: 'Nội dung gửi lên không đọc được.',
	notJsonType: 'Nội dung gửi lên không đúng kiểu.',
	unknownEncoding: 'Nội dung gửi lên được nén theo cách máy chủ không đọc được.',
	tooLarge: 'Hồ sơ lớn quá. Bạn viết ngắn lại rồi gửi lại.',
	tooMany: 'Có nhiều hồ sơ gửi lên cùng lúc. Hồ sơ của bạn sẽ được gửi lại sau ít giây.',
	unavailable: 'Máy chủ đang bận. Hồ sơ của bạn còn nguyên và sẽ được gửi lại sau ít phút.',
	conflict: 'Máy chủ đã có một hồ sơ khác mang mã định danh này.',
	otherId: 'Mã định danh của hồ sơ không khớp với địa chỉ gửi.',
	wrongHash: 'Nội dung hồ sơ không khớp với mã kiểm tra.',
	unknownProcedure: 'Không có thủ tục nào mang mã này.',
	unknownUnit: 'Không có xã, phường hay tỉnh nào mang mã này. Bạn chọn lại nơi nhận.',
	unknownForm: 'Không có mẫu đơn này.',
	unknownVersion: 'Không có phiên bản này của mẫu đơn.',
	formNotForProcedure: 'Mẫu đơn này không dùng cho thủ tục đã chọn.',
} as const;

export const uploadMessages = {
	dossier: 'Mã định danh của hồ sơ không đúng dạng.',
	attachment: 'Mã của tệp đính kèm không đúng dạng.',
	sha256: 'Mã kiểm tra của tệp không đúng dạng.',
	filename: 'Tên tệp phải có chữ và không dài quá 255 ký tự.',
	notTaken: 'Chỉ nhận tệp PDF và ảnh JPEG, PNG, WEBP, HEIC.',
	otherKind: 'Tệp không phải loại như tên của nó nói. Bạn chọn lại tệp.',
	wrongHash: 'Tệp đến nơi không còn nguyên vẹn. Tệp cần được gửi lại.',
	tooLarge: 'Tệp lớn quá 20 MB. Bạn chọn tệp nhỏ hơn hoặc chụp lại.',
	tooMany: 'Có nhiều tệp gửi lên cùng lúc. Tệp của bạn sẽ được gửi lại sau ít giây.',
	unavailable: 'Máy chủ đang bận. Tệp của bạn sẽ được gửi lại sau ít phút.',
} as const;
