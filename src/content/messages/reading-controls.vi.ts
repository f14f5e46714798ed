import type { ReadingAction, ShortcutFault } from '#lib/reading/index.ts';

const actions: Readonly<Record<ReadingAction, string>> = {
	toggle: 'Nghe, tạm dừng',
	next: 'Câu sau',
	previous: 'Câu trước',
	repeat: 'Đọc lại câu này',
	nextSection: 'Phần sau',
	previousSection: 'Phần trước',
	faster: 'Nhanh hơn',
	slower: 'Chậm lại',
	stop: 'Dừng đọc',
};
const faults: Readonly<Record<ShortcutFault, string>> = {
	letter: 'Không dùng một chữ hay một số riêng lẻ, vì dễ bấm nhầm khi gõ. Bạn thêm Ctrl hoặc Alt.',
	reserved: 'Phím này của trình duyệt hoặc của máy. Bạn chọn phím khác.',
	taken: 'Phím này đã dùng cho việc khác. Bạn chọn phím khác.',
};

/** What stands around a text that is read: controls, places, keys. Loaded when somebody listens or opens the settings. */
export const readingControls = {
	controls: 'Điều khiển đọc',
	...actions,
	repeat: 'Đọc lại',
	more: 'Thêm',
	fewer: 'Bớt',
	skim: 'Đọc lướt',
	sleep: 'Nghỉ khi hết phần',
	inFull: 'Đọc đủ đoạn này',
	back: 'Về chỗ đang đọc',
	rate: (percent: number) => `Tốc độ ${percent} phần trăm`,
	place: (heading: string, number: number, of: number) => `${heading} · câu ${number} trên ${of}`,

	section: (heading: string) => `Nghe phần ${heading}`,
	sectionShort: 'Nghe',
	sentenceHint: 'Bấm để đọc từ câu này. Phím mũi tên lên, xuống để chọn câu.',
	resume: (heading: string) => `Đọc tiếp từ phần ${heading}`,

	settings: {
		title: 'Cách đọc',
		skimHint:
			'Chỉ đọc đầu mục và ý chính; bỏ phần trong ngoặc và số văn bản. Lúc nghe bạn bấm “Đọc đủ đoạn này” để nghe cả.',
		wakeLock: 'Giữ màn hình sáng khi đang đọc',
		wakeLockHint: 'Tốn pin hơn. Giọng kèm theo vẫn đọc tiếp khi màn hình tắt.',
		keys: 'Phím khi nghe',
		keysHint: 'Dùng ở mọi trang. Phím trên tai nghe và màn hình khóa cũng điều khiển được.',
		actions,
		none: 'Chưa đặt phím',
		change: (action: string) => `Đổi phím: ${action}`,
		changeShort: 'Đổi',
		remove: (action: string) => `Bỏ phím: ${action}`,
		removeShort: 'Bỏ',
		press: 'Bấm phím bạn muốn dùng. Esc để thôi.',
		saved: (action: string, key: string) => `Đã đặt ${key} cho ${action}.`,
		removed: (action: string) => `Đã bỏ phím của ${action}.`,
		restore: 'Đặt lại các phím như ban đầu',
		faults,
	},
};

export type ReadingControlsWords = typeof readingControls;
