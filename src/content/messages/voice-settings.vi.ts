/** The screen where the voice is set, and the question whether it is understood. */
export const voiceSettingsWords = {
	title: 'Giọng đọc',
	link: 'Chỉnh giọng đọc: vùng miền, giọng nam hay nữ, độ cao, âm lượng',
	intro: 'Chỉnh xong, bấm Nghe thử. Máy này sẽ nhớ giọng bạn chọn.',

	sample: 'Bạn nghe rõ tiếng Việt không?',
	try: 'Nghe thử',
	trying: 'Đang đọc thử…',
	notHeard: 'Giọng đọc chưa lên tiếng. Bạn kiểm tra loa của máy rồi bấm Nghe thử lần nữa.',
	clear: 'Có, tôi nghe rõ',
	unclear: 'Không, đổi giọng khác',
	clearSaved: 'Đã nhớ. Máy sẽ dùng giọng này.',
	unclearSaved: 'Đã đổi sang giọng kèm theo ứng dụng. Bạn bấm Nghe thử lần nữa.',

	voice: 'Chọn giọng',
	voices: {
		auto: 'Giọng của máy nếu có, nếu không thì giọng kèm theo',
		bundled: 'Luôn dùng giọng kèm theo ứng dụng; đọc tiếp được khi tắt màn hình',
	},
	service: 'Dùng giọng của dịch vụ trên mạng khi có mạng',
	serviceHint: 'Chữ cần đọc được gửi tới dịch vụ. Mất mạng thì dùng giọng kèm theo.',

	bundledOnly: 'Vùng miền và giọng nam, nữ chỉ đổi được ở giọng kèm theo ứng dụng.',
	region: 'Vùng miền',
	regions: { north: 'Miền Bắc', central: 'Miền Trung', south: 'Miền Nam' },
	gender: 'Giọng nam hay nữ',
	genders: { male: 'Giọng nam', female: 'Giọng nữ' },

	rate: 'Tốc độ',
	slower: 'Chậm lại',
	faster: 'Nhanh hơn',
	pitch: 'Độ cao',
	lower: 'Trầm hơn',
	higher: 'Cao hơn',
	volume: 'Âm lượng',
	quieter: 'Nhỏ hơn',
	louder: 'To hơn',
	percent: (value: number) => `${Math.round(value * 100)} phần trăm`,

	earcons: 'Tiếng báo ngắn',
	earconsOn: 'Phát tiếng báo khi bật micrô, khi gửi xong, khi có lỗi',
	earconsHint: 'Mọi tin đều có chữ; tiếng báo chỉ thêm vào.',
	back: 'Về Cài đặt',
};
