/** The screen of one procedure, around what is read of it. */
export const procedureWords = {
	submit: 'Nộp hồ sơ',
	code: (code: string) => `Mã thủ tục ${code}`,
	official: 'Văn bản chính thức',
	starter: 'Tóm lược từ văn bản chính thức',
	officialPage: 'Xem trang gốc',
	forms: 'Mẫu giấy tờ',
};
