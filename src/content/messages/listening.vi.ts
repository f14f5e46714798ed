/** What is said about listening beyond the first screen. Fetched when somebody listens or sets it up. */
export const listening = {
	consent: {
		title: 'Bộ nghe của trình duyệt',
		explain:
			'Để hiểu lời bạn nói, trình duyệt có thể gửi tiếng nói tới máy của hãng làm ra nó. Ứng dụng này không giữ lại tiếng nói. Bạn đồng ý không?',
		yes: 'Đồng ý, bật micrô',
		no: 'Không, tôi gõ bàn phím',
	},
	reasons: {
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
	},
	panel: {
		now: 'Đang nghe… Bạn nói đi.',
		starting: 'Đang bật micrô…',
		stop: 'Thôi',
		hearing: 'Đang nghe tiếng bạn…',
		understanding: 'Micrô đã tắt. Đang hiểu lời bạn…',
		between: 'Rảnh tay: máy trả lời xong sẽ nghe tiếp. Micrô đang tắt.',
		level: 'Độ to của tiếng bạn',
		done: 'Xong',
		stopAll: 'Dừng nghe',
	},
	handsFree: {
		title: 'Rảnh tay: trả lời xong thì nghe tiếp',
		hint: 'Có dòng chữ và tiếng báo mỗi lần bật micrô. Máy Android luôn cần bấm Nói.',
	},
	voicePack: {
		title: 'Nghe khi không có mạng',
		offer: (megabytes: string) =>
			`Tải bộ nghe ${megabytes} MB một lần, rồi máy nghe được các lệnh và các lựa chọn khi không có mạng. Tiếng nói không rời khỏi máy.`,
		fetch: 'Tải bộ nghe',
		fetching: 'Đang tải bộ nghe về máy',
		stop: 'Thôi tải',
		kept: 'Bộ nghe đã ở trên máy.',
		erase: 'Xóa bộ nghe',
		erased: 'Đã xóa bộ nghe.',
		retry: 'Tải lại',
		reasons: {
			'not-offered': 'Máy chủ không còn cung cấp bộ nghe.',
			offline: 'Đang không có mạng. Phần đã tải được giữ lại; bạn bấm Tải lại khi có mạng.',
			'bad-file': 'Bộ nghe vừa nhận bị hỏng nên không dùng. Bạn thử tải lại.',
			'no-space': 'Máy gần đầy, không cất thêm được. Hãy xóa bớt ảnh hoặc ứng dụng rồi tải lại.',
			'no-storage': 'Trình duyệt không cho cất dữ liệu (cửa sổ riêng tư?).',
			aborted: 'Đã thôi tải. Phần đã tải được giữ lại.',
			dead: 'Máy này không chạy được bộ nghe.',
		},
	},
};
