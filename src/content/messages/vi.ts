/** Everything the app itself says, on the screen and aloud. Official texts come from the catalogue. */
export const vi = {
	brand: 'Một Cửa Nói',
	skipToMain: 'Tới nội dung chính',
	home: 'Trang chủ',
	back: 'Quay lại',
	dock: 'Nói và nghe',
	speak: 'Nói',
	read: 'Nghe',
	pause: 'Tạm dừng',

	nav: {
		label: 'Các trang',
		outbox: (waiting: number) => (waiting > 0 ? `Hộp gửi (${waiting})` : 'Hộp gửi'),
		dossiers: 'Hồ sơ của tôi',
		settings: 'Cài đặt',
		help: 'Trợ giúp',
	},

	search: {
		title: 'Bạn cần làm gì?',
		hint: 'Bấm Nói rồi nói việc của bạn, hoặc gõ vào đây. Có dấu hay không dấu đều được.',
		placeholder: 'Ví dụ: làm giấy khai sinh',
		results: 'Kết quả',
		clear: 'Xóa ô tìm kiếm',
		count: (shown: number) =>
			shown === 1 ? 'Có một thủ tục.' : `${shown} thủ tục gần nhất, xếp từ hợp nhất.`,
		countSpoken: (shown: number, first: string) =>
			shown === 1 ? `Có một thủ tục: ${first}.` : `Có ${shown} thủ tục. Gần nhất: ${first}.`,
		none: 'Không tìm thấy',
		noneSpoken: 'Không có kết quả nào.',
		noneHint: (query: string) =>
			`Chưa có thủ tục nào khớp với “${query}”. Thử nói ngắn hơn, hoặc chọn một việc dưới đây.`,
		preparing: (percent: number) => `Đang chuẩn bị danh mục… ${percent} %`,
		waitingForCatalogue:
			'Danh mục thủ tục chưa về tới máy này. Khi có mạng, máy sẽ tự tải; bạn không phải làm gì.',
		unavailable: 'Tìm kiếm đang gặp trục trặc. Bạn chọn một việc dưới đây, hoặc mở lại ứng dụng.',
		alsoUnder: (count: number) => `và ${count} mã khác cùng tên`,
		/** why a procedure was found that is not named so */
		why: {
			synonym: (said: string, meant: string) => `“${said}” là ${meant}`,
			keyword: (meant: string) => `khớp với “${meant}”`,
			field: 'khớp ở lĩnh vực',
			agency: 'khớp ở cơ quan',
			code: 'khớp mã thủ tục',
		},
		optionPlace: (agency: string, field: string) => `${agency} · ${field}`,
	},

	events: {
		title: 'Việc thường gặp',
		all: 'Tất cả việc thường gặp',
		byField: 'Theo lĩnh vực',
		byAgency: 'Theo cơ quan',
		empty: 'Chưa có thủ tục nào trong nhóm này trên máy.',
		count: (count: number) => `${count} thủ tục`,
	},

	listening: {
		title: 'Đang nghe',
		heard: (text: string) => `Tôi nghe: “${text}”`,
		/** the only reason that may have to be given without a line; the others stand in `listening.vi.ts` */
		unavailable:
			'Máy này chưa có bộ nghe tiếng nói. Bạn gõ vào ô tìm kiếm nhé; bàn phím của máy có thể có nút micrô.',
	},

	consent: {
		notice: 'Bấm Nói là đồng ý cho trình duyệt gửi lời bạn nói tới hãng làm ra nó để hiểu.',
	},

	reading: {
		reasons: {
			'no-voice': 'Máy không mở được giọng đọc. Bạn thử bấm Nghe lần nữa.',
			'no-start': 'Giọng đọc chưa lên tiếng. Bạn thử bấm Nghe lần nữa.',
			'ended-early': 'Giọng đọc bị ngắt. Bấm Nghe để đọc tiếp.',
			stalled: 'Giọng đọc bị đứng. Bấm Nghe để đọc tiếp.',
			'needs-gesture': 'Bấm Nghe để máy bắt đầu đọc.',
			interrupted: 'Máy vừa dùng loa vào việc khác. Bấm Nghe để đọc tiếp.',
			unavailable:
				'Giọng đọc chưa có trên máy này và chưa tải được. Hãy mở ứng dụng khi có mạng một lần; sau đó dùng được mãi.',
			error: 'Máy vừa gặp trục trặc khi đọc. Bấm Nghe để đọc tiếp.',
		},
	},

	mode: {
		title: 'Bạn muốn nghe thế nào?',
		app: 'Ứng dụng đọc cho tôi',
		screenReader: 'Tôi dùng trình đọc màn hình',
		appHint: 'Ứng dụng tự nói kết quả và tin quan trọng.',
		screenReaderHint: 'Ứng dụng giữ im lặng, chỉ đọc khi bạn bấm Nghe.',
		saved: 'Đã nhớ. Bạn đổi lại được trong phần Cài đặt.',
	},

	catalogue: {
		title: 'Dùng khi không có mạng',
		ready: 'Đã sẵn sàng khi không có mạng',
		readyCount: (count: string) => `${count} thủ tục đã ở trên máy. Không cần mạng để tìm và nghe.`,
		fetching: (percent: number) => `Đang tải thủ tục về máy: ${percent} phần trăm`,
		fetchingVoice: (percent: number) => `Đang tải giọng đọc về máy: ${percent} phần trăm`,
		searchable: (count: string) => `Tìm được ${count} thủ tục. Phần chi tiết đang về máy.`,
		saving: (count: string) =>
			`Đang tiết kiệm dữ liệu. Tìm được ${count} thủ tục; thủ tục nào bạn mở thì máy mới tải.`,
		keep: 'Chọn thứ tải về máy',
		progress: 'Tiến độ tải về máy',
		reasons: {
			offline: 'Đang không có mạng. Máy sẽ tự tải tiếp khi có mạng.',
			'bad-pack': 'Gói dữ liệu vừa nhận bị hỏng nên không dùng. Danh mục cũ vẫn dùng được.',
			'bad-signature':
				'Danh mục mới không mang chữ ký của nơi đã phát hành danh mục trên máy này nên không dùng. Danh mục trên máy vẫn dùng được.',
			'older-release':
				'Máy chủ đang giữ danh mục cũ hơn, nên danh mục trên máy này được giữ nguyên.',
			'bad-manifest':
				'Mạng này chưa thông (có thể phải đăng nhập Wi-Fi). Danh mục trên máy vẫn dùng được.',
			'server-error': 'Máy chủ đang bận. Máy sẽ tự thử lại; danh mục trên máy vẫn dùng được.',
			'no-space':
				'Máy gần đầy, không cất thêm được. Hãy xóa bớt ảnh hoặc ứng dụng rồi bấm “Tải tiếp”.',
			'no-storage':
				'Trình duyệt không cho cất dữ liệu (cửa sổ riêng tư?). Vẫn tìm và nghe được, nhưng cần mạng.',
			'no-service-worker':
				'Trình duyệt này không cài được để dùng khi mất mạng. Vẫn tìm và nghe được khi có mạng.',
			aborted: 'Đã tạm dừng tải.',
		},
		retry: 'Tải tiếp',
	},

	errors: {
		title: 'Không mở được trang này',
		notFoundTitle: 'Không có thủ tục này',
		notFound: (code: string) =>
			`Không có thủ tục nào mang mã ${code}. Có thể mã đã đổi; bạn tìm theo tên nhé.`,
		pageNotFound: 'Địa chỉ này không có trang nào. Bạn về trang chủ để tìm thủ tục.',
		offline:
			'Thủ tục này chưa có trên máy và đang không có mạng. Khi có mạng, mở lại là được; các thủ tục đã tải vẫn dùng được.',
		server: 'Máy chủ đang bận. Bạn thử lại sau ít phút.',
		toHome: 'Về trang chủ',
		retry: 'Thử lại',
	},
};

export type Messages = typeof vi;
