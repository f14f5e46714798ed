/** What whoever asks for a dossier that was handed in is told. */
export const accessMessages = {
	/** one answer for a wrong code, a wrong PIN and a wrong key: which one it was is nobody's business */
	refused: 'Mã hồ sơ hoặc mã PIN không đúng. Bạn xem lại rồi thử lại.',
	wait: 'Đã nhập sai nhiều lần. Bạn chờ một lúc rồi thử lại, hoặc hỏi nơi nhận hồ sơ.',
	tooMany: 'Có nhiều yêu cầu cùng lúc. Bạn thử lại sau ít giây.',
	unavailable: 'Máy chủ đang bận. Bạn thử lại sau ít phút.',
	pinForm: 'Mã PIN gồm 6 đến 12 chữ số.',
	pinTooEasy: 'Mã PIN này dễ đoán quá. Bạn chọn dãy số khác, đừng lặp một số hoặc đếm liền nhau.',
	noFile: 'Hồ sơ này không có tệp đó.',
	noConsent: 'Hồ sơ này không có sự đồng ý đó.',
	inProcess:
		'Cán bộ đã tiếp nhận hồ sơ này nên không tự xóa được nữa. Bạn liên hệ nơi nhận để rút hồ sơ.',
} as const;
