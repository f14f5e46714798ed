/** The settings screen; that of the voice has its own texts. */
export const settingsWords = {
	title: 'Cài đặt',
	voice: 'Giọng đọc',
	rate: 'Tốc độ đọc',
	try: 'Thử giọng đọc',
	sample: 'Xin chào. Đây là giọng đọc của Một Cửa Nói.',
	voiceChoice: 'Chọn giọng',
	voiceAuto: 'Giọng của máy nếu có, nếu không thì giọng kèm theo',
	voiceBundled: 'Luôn dùng giọng kèm theo ứng dụng',
	microphone: 'Micrô',
	remote: 'Cho phép bộ nghe của trình duyệt gửi tiếng nói ra ngoài máy',
	remoteHint: 'Chỉ khi bạn bấm Nói. Ứng dụng không giữ lại tiếng nói.',
	storage: 'Dữ liệu trên máy',
	storageLink: 'Dữ liệu và bộ nhớ: tiết kiệm dữ liệu, tải về, lấy thêm chỗ',
	back: 'Về Cài đặt',
	storageUsed: (megabytes: string) => `Ứng dụng đang dùng ${megabytes} MB trên máy này.`,
};
