/** A size as people say it. @param bytes rounded up, so that no one is surprised */
export function megabytes(bytes: number): string {
	if (bytes < 100_000) return `${Math.max(1, Math.ceil(bytes / 1000))} KB`;
	const tenths = Math.ceil(bytes / 100_000) / 10;
	return `${(tenths < 100 ? tenths : Math.round(tenths)).toLocaleString('vi')} MB`;
}

/** A day as people write it. @param at ISO 8601 */
const day = (at: string) =>
	new Date(at).toLocaleDateString('vi', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** What is on the phone, and what is brought there. */
export const keepOffline = {
	title: 'Nghe khi không có mạng',
	ask: 'Tải về để nghe khi không có mạng',
	here: 'Đã ở trên máy. Không cần mạng để đọc và nghe.',
	weighs: (bytes: number) => `Cần tải khoảng ${megabytes(bytes)}.`,
	waits: 'Máy sẽ tải khi có mạng.',
	progress: 'Tiến độ tải về máy',
	began: (name: string) => `Đang tải về máy: ${name}.`,
	finished: (name: string) => `Đã tải xong: ${name}. Nghe được khi không có mạng.`,
	notYet: 'Chưa tải xong. Máy sẽ tự tải tiếp.',
	stale: (at: string) => [
		`Nội dung này là bản ngày ${day(at)}.`,
		'Đã có bản mới, chưa về tới máy này.',
	],
};

/** The screen of what is on the phone. */
export const storageWords = {
	title: 'Dữ liệu và bộ nhớ',
	intro: 'Chọn thứ để sẵn trên máy, và xem ứng dụng đang chiếm bao nhiêu chỗ.',

	saving: 'Tiết kiệm dữ liệu',
	savings: [
		{
			value: 'auto',
			label: 'Tự động',
			hint: 'Tiết kiệm khi dùng mạng di động, hoặc khi máy bật tiết kiệm dữ liệu.',
		},
		{
			value: 'always',
			label: 'Luôn tiết kiệm',
			hint: 'Chỉ tải danh mục để tìm và những gì bạn mở hay bấm tải.',
		},
		{
			value: 'never',
			label: 'Không tiết kiệm',
			hint: 'Tải sẵn mọi thủ tục và giọng đọc, qua mạng nào cũng được.',
		},
	] as const,
	savingNow: 'Lúc này đang tiết kiệm dữ liệu.',
	notSavingNow: 'Lúc này không tiết kiệm dữ liệu.',
	savingOn: 'Đã bật tiết kiệm dữ liệu. Máy chỉ tải những gì bạn mở hay bấm tải.',
	savingOff: 'Đã tắt tiết kiệm dữ liệu. Máy tải sẵn mọi thủ tục và giọng đọc.',
	savingAuto: 'Đã để tự động. Máy tiết kiệm khi dùng mạng di động.',

	take: 'Tải về để nghe khi không có mạng',
	takeHint: 'Giọng đọc được tải cùng lần đầu. Từng lĩnh vực thì tải ở trang của lĩnh vực đó.',
	all: (count: string) => `Tất cả ${count} thủ tục`,
	here: (size: string) => `${size}, đã ở trên máy`,
	missing: (size: string) => `cần tải khoảng ${size}`,
	byEvent: 'Theo việc thường gặp',
	takeShort: 'Tải về',
	dropShort: 'Thôi giữ',
	takeOne: (name: string) => `Tải về: ${name}`,
	dropOne: (name: string) => `Thôi giữ trên máy: ${name}`,
	dropped: (name: string) => `Không giữ trên máy nữa: ${name}.`,
	wanted: 'Bạn đã chọn giữ trên máy',
	byField: 'Tải theo lĩnh vực',

	held: 'Trên máy có gì',
	search: 'Danh mục để tìm',
	details: 'Nội dung thủ tục',
	detailsOf: (count: string, all: string, size: string) => `${count} trên ${all} thủ tục, ${size}`,
	files: 'Giọng đọc và các màn hình',
	recordings: 'Bản nghe',
	recordingsOf: (count: number, size: string) =>
		count === 0 ? 'chưa có' : `${count} bản, ${size}`,
	waiting: 'Hồ sơ chờ gửi và đang viết',
	waitingOf: (count: number) => (count === 0 ? 'không có' : `${count} hồ sơ`),
	dated: (at: string) => `Danh mục trên máy là bản ngày ${day(at)}.`,
	used: (used: string, left: string) =>
		`Ứng dụng đang dùng ${used}. Trình duyệt cho dùng thêm tới ${left}.`,

	free: (size: string) => `Xóa nội dung thủ tục (${size})`,
	freeAsk: 'Xóa nội dung thủ tục khỏi máy? Hồ sơ, giấy tờ của bạn và danh mục để tìm vẫn còn.',
	freeYes: 'Xóa nội dung',
	freeNo: 'Giữ lại',
	freed: 'Đã xóa. Từ giờ máy tiết kiệm dữ liệu: thủ tục nào bạn mở thì máy mới tải lại.',
	notFreed: 'Chưa xóa được. Bạn đóng các cửa sổ khác của ứng dụng rồi thử lại.',
	freeOther: 'Muốn lấy thêm chỗ, bạn xóa bớt bản nghe.',

	safe: 'Giữ dữ liệu của bạn',
	safeWhy:
		'Khi máy đầy, trình duyệt có thể tự xóa dữ liệu của các trang. Hồ sơ bạn đang viết nằm trên máy này, nên hãy để trình duyệt giữ lại.',
	safeYes: 'Trình duyệt đã hứa không tự xóa dữ liệu của ứng dụng này.',
	safeNo:
		'Trình duyệt chưa hứa giữ. Để ứng dụng lên màn hình chính thì trình duyệt thường mới chịu giữ.',
	safeAsk: 'Giữ dữ liệu trên máy này',
};
