const two = (value: number) => String(value).padStart(2, '0');

/** What is said of recordings on the phone. Loaded with a procedure and with the list of recordings. */
export const recordings = {
	title: 'Bản nghe',
	listTitle: 'Bản nghe trên máy',
	keep: 'Lưu bản nghe',
	keepAgain: 'Lưu lại bản mới',
	hint: 'Máy đọc cả thủ tục thành một tệp MP3 nằm trên máy này, nghe lại hay gửi cho người khác được. Không cần mạng.',
	making: 'Đang làm bản nghe',
	progress: (percent: number) =>
		`Đang làm bản nghe: ${percent} phần trăm. Bạn đừng đóng trang này.`,
	cancel: 'Thôi, không lưu',
	kept: (minutes: string, megabytes: string) => `Dài ${minutes}, ${megabytes} MB, đã ở trên máy.`,
	savedSpoken: 'Đã lưu bản nghe trên máy.',
	share: 'Chia sẻ',
	download: 'Tải về',
	remove: 'Xóa bản nghe',
	removeOf: (title: string) => `Xóa bản nghe: ${title}`,
	removeAsk: 'Xóa bản nghe này khỏi máy?',
	removeYes: 'Xóa',
	removeNo: 'Giữ lại',
	play: (title: string) => `Bản nghe: ${title}`,
	all: 'Các bản nghe trên máy',
	empty: 'Chưa có bản nghe nào trên máy.',
	emptyHint: 'Mở một thủ tục rồi bấm “Lưu bản nghe”.',
	open: 'Mở thủ tục',
	made: (moment: string) => `Làm lúc ${moment}.`,
	duration: (seconds: number) => {
		const whole = Math.round(seconds);
		const minutes = Math.floor(whole / 60);
		return minutes > 0 ? `${minutes} phút ${two(whole % 60)} giây` : `${whole} giây`;
	},
	reasons: {
		unavailable:
			'Giọng đọc kèm theo chưa có trên máy này. Hãy mở ứng dụng khi có mạng một lần rồi thử lại.',
		'nothing-to-say': 'Thủ tục này chưa có gì để đọc.',
		'no-space': 'Máy gần đầy nên chưa lưu được. Hãy xóa bớt ảnh hoặc ứng dụng rồi thử lại.',
		'no-storage': 'Trình duyệt không cho lưu (cửa sổ riêng tư?). Bạn mở bằng cửa sổ thường.',
		'not-shared': 'Máy chưa chia sẻ được tệp này. Bạn bấm Tải về rồi gửi từ thư mục tải về.',
	},
};
