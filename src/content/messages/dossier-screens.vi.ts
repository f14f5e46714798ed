/** What the form, the outbox and "Hồ sơ của tôi" say. Loaded only on those screens. */
export const dossierScreens = {
	form: {
		intro: 'Trước khi bắt đầu',
		needs: 'Bạn cần có',
		minutes: (minutes: number) => `Mất khoảng ${minutes} phút. Trả lời từng câu một.`,
		generalFor: (procedure: string) => `Đơn đề nghị: ${procedure}`,
		resume: 'Bạn đang làm dở hồ sơ này. Những gì đã trả lời vẫn còn trên máy.',
		restart: 'Làm lại từ đầu',
		restartAsk: 'Xóa hết câu trả lời và tệp của hồ sơ đang làm dở?',
		restartYes: 'Xóa và làm lại',
		restartNo: 'Giữ lại',
		next: 'Tiếp tục',
		back: 'Quay lại',
		review: 'Xem lại',
		submit: 'Nộp hồ sơ',
		progress: (number: number, of: number) => `Câu ${number} trên ${of}`,
		optional: 'Không bắt buộc. Không có thì bấm Tiếp tục.',
		example: (example: string) => `Ví dụ: ${example}`,
		suggestions: 'Câu trả lời thường gặp',
		yes: 'Có',
		no: 'Không',
		saved: 'Đã lưu trên máy.',
		saving: 'Đang lưu…',
		notSaved: {
			'no-space': 'Máy gần đầy nên chưa lưu được. Hãy xóa bớt ảnh hoặc ứng dụng rồi bấm Tiếp tục.',
			'no-storage':
				'Trình duyệt không cho lưu (cửa sổ riêng tư?). Bạn mở bằng cửa sổ thường để không mất hồ sơ.',
			'changed-elsewhere':
				'Hồ sơ này vừa được sửa ở một cửa sổ khác. Trang đã lấy bản mới nhất; bạn xem lại câu này.',
		},
		people: {
			add: (counted = 'người') => `Thêm một ${counted}`,
			list: 'Đã khai',
			remove: (name: string) => `Xóa ${name}`,
			edit: (name: string) => `Sửa ${name}`,
			paste: 'Dán cả danh sách',
			pasteHint:
				'Mỗi người một dòng, chép từ bảng tính hoặc tin nhắn. Ví dụ: Trần Văn An, 12/4/1998, Nam, 001098001234.',
			pasteAdd: 'Thêm danh sách này',
			pasted: (count: number) => `Đã thêm ${count}.`,
			pasteFault: (line: number, text: string, question?: string) =>
				question
					? `Dòng ${line}: chưa đọc được “${text}” ở cột ${question}.`
					: `Dòng ${line}: chưa đọc được “${text}”.`,
		},
		unit: {
			title: 'Nộp ở đâu?',
			section: 'Nơi nhận hồ sơ',
			hint: 'Chọn tỉnh, thành phố rồi chọn xã, phường. Từ ngày 1 tháng 7 năm 2025 không còn cấp huyện.',
			province: 'Tỉnh, thành phố',
			commune: 'Xã, phường, đặc khu',
			choose: 'Chọn…',
			provinceItself: 'Cấp tỉnh (không thuộc xã, phường nào)',
			required: 'Bạn chọn nơi nhận hồ sơ rồi bấm Tiếp tục.',
			short: 'Nơi nhận hồ sơ',
		},
		papers: {
			title: 'Giấy tờ kèm theo',
			hint: 'Chụp ảnh hoặc chọn tệp cho từng loại. Thiếu giấy nào cũng vẫn nộp được; cán bộ sẽ báo nếu cần.',
			none: 'Thủ tục này không nêu giấy tờ nào. Bạn vẫn có thể kèm tệp nếu muốn.',
			other: 'Giấy tờ khác',
			required: 'Cần có',
			optional: 'Nếu có',
			add: (paper: string) => `Chụp hoặc chọn tệp: ${paper}`,
			addShort: 'Chụp hoặc chọn tệp',
			remove: (name: string) => `Bỏ tệp ${name}`,
			removeShort: 'Bỏ tệp',
			added: (name: string) => `Đã thêm ${name}.`,
			adding: 'Đang cất tệp…',
			size: (kilobytes: string) => `${kilobytes} KB`,
			short: 'Giấy tờ kèm theo',
			count: (count: number) => (count === 0 ? 'Chưa có tệp nào' : `${count} tệp`),
			refused: {
				kind: (name: string) =>
					`Không nhận tệp ${name}. Chỉ nhận ảnh (JPEG, PNG, WebP, HEIC) và PDF.`,
				large: (name: string) => `Tệp ${name} lớn hơn 20 MB. Bạn chụp lại nhỏ hơn.`,
				empty: (name: string) => `Tệp ${name} trống hoặc không đọc được. Bạn chọn lại.`,
				many: 'Mỗi hồ sơ có nhiều nhất 50 tệp.',
			},
		},
		reviewTitle: 'Xem lại hồ sơ',
		reviewHint: 'Đọc lại một lượt. Sai chỗ nào thì bấm Sửa ở chỗ đó.',
		edit: (what: string) => `Sửa: ${what}`,
		editShort: 'Sửa',
		notAnswered: 'Chưa trả lời',
		errors: 'Cần sửa trước khi nộp',
		warnings: 'Nên xem lại',
		documents: 'Giấy tờ ứng dụng lập giúp bạn',
		print: 'In',
		submitting: 'Đang cất vào hộp gửi…',
		notSubmitted: {
			'no-space':
				'Máy gần đầy nên chưa cất được hồ sơ. Hồ sơ vẫn còn ở đây. Hãy xóa bớt ảnh rồi nộp lại.',
			'no-storage': 'Trình duyệt không cho cất hồ sơ. Bạn mở bằng cửa sổ thường rồi nộp lại.',
			'changed-elsewhere': 'Hồ sơ vừa được sửa ở một cửa sổ khác. Bạn xem lại rồi nộp.',
		},
		queued: 'Đã cất vào hộp gửi. Máy sẽ tự gửi khi có mạng.',
		noForm: 'Không mở được mẫu đơn. Bạn thử lại khi có mạng.',
	},

	outbox: {
		title: 'Hộp gửi',
		empty: 'Không có hồ sơ nào đang chờ gửi.',
		explain:
			'Hồ sơ ở đây nằm trên máy bạn cho tới khi máy chủ báo đã nhận. Máy tự gửi khi có mạng.',
		drafts: 'Đang làm dở',
		continueDraft: (title: string) => `Làm tiếp: ${title}`,
		deleteDraft: (title: string) => `Xóa hồ sơ đang làm dở: ${title}`,
		deleteShort: 'Xóa',
		states: {
			waiting: 'Đang chờ mạng',
			sending: 'Đang gửi',
			delivered: 'Máy chủ đã nhận',
			'needs-attention': 'Cần bạn xem lại',
		},
		sendNow: 'Gửi ngay',
		edit: 'Lấy lại để sửa',
		remove: 'Xóa khỏi máy',
		removeAsk: 'Xóa hẳn hồ sơ này khỏi máy? Sẽ không lấy lại được.',
		removeYes: 'Xóa hẳn',
		removeNo: 'Giữ lại',
		queuedAt: (time: string) => `Đã nộp lúc ${time}.`,
		files: (held: number, of: number) =>
			of === 0 ? 'Không kèm tệp.' : `Máy chủ đã giữ ${held}/${of} tệp.`,
		autoSend: 'Máy sẽ tự gửi khi có mạng.',
		lastError: {
			unreachable: 'Chưa tới được máy chủ.',
			stalled: 'Mạng yếu, lần gửi trước bị đứng.',
			server: 'Máy chủ đang bận. Máy sẽ tự gửi lại.',
			busy: 'Máy chủ đang có nhiều người gửi. Máy sẽ tự gửi lại.',
			'not-our-server': 'Mạng này chưa thông, có thể phải đăng nhập Wi-Fi trước.',
			'files-missing': 'Máy chủ chưa nhận đủ tệp. Máy sẽ tự gửi lại.',
		},
		signIn: 'Cần đăng nhập lại để gửi. Hồ sơ vẫn còn nguyên trên máy.',
		attention: {
			conflict: 'Máy chủ đã có hồ sơ khác mang mã này. Bạn gọi 1800 1096 để được giúp.',
			refused: 'Máy chủ chưa nhận vì có chỗ cần sửa:',
			'too-large': 'Hồ sơ hoặc một tệp quá lớn. Bạn lấy lại để sửa, chụp ảnh nhỏ hơn.',
			unsupported: 'Có tệp máy chủ không đọc được. Bạn lấy lại để sửa, chụp lại ảnh.',
			'file-refused': 'Tệp bị hỏng trên đường gửi hai lần. Bấm Gửi ngay để thử lại.',
			'file-damaged': 'Một tệp trên máy bị hỏng. Bạn lấy lại để sửa, chụp lại ảnh đó.',
			'file-unreadable': 'Máy không đọc được một tệp đã cất. Bạn lấy lại để sửa, chụp lại ảnh đó.',
		},
		notTakenBack: {
			sending: 'Hồ sơ đang trên đường gửi nên chưa sửa được. Bạn đợi một lát.',
			'may-have-arrived':
				'Có thể máy chủ đã nhận rồi nên không sửa được nữa. Bạn bấm Gửi ngay để biết chắc.',
			'no-draft': 'Hồ sơ này không sửa lại được.',
			delivered: 'Máy chủ đã nhận hồ sơ này.',
			unknown: 'Không tìm thấy hồ sơ này.',
		},
		noStorage:
			'Trình duyệt không cho cất dữ liệu (cửa sổ riêng tư?), nên không giữ được hồ sơ ở đây.',
		opening: 'Đang mở…',
		receivedSpoken: (title: string, code: string) =>
			`Đã tới máy chủ: hồ sơ ${title}. Mã hồ sơ ${code}.`,
	},

	dossiers: {
		title: 'Hồ sơ của tôi',
		empty: 'Chưa có hồ sơ nào được máy chủ nhận.',
		emptyHint: 'Hồ sơ đã nộp mà chưa tới máy chủ nằm trong Hộp gửi.',
		code: (code: string) => `Mã hồ sơ: ${code}`,
		unit: (unit: string) => `Nơi nhận: ${unit}`,
		receivedAt: (time: string) => `Máy chủ nhận lúc ${time}.`,
		holds: (count: number) =>
			count === 0 ? 'Hồ sơ không kèm tệp.' : `Máy chủ giữ đủ ${count}/${count} tệp.`,
		notYetAccepted: 'Cán bộ sẽ báo ngày hẹn khi tiếp nhận.',
		procedure: 'Xem thủ tục',
	},
};

export type DossierScreens = typeof dossierScreens;
