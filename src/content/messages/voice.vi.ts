/** What the app says in a conversation. Loaded when "Nói" is first pressed. */
import type { DialogueWords, FormTalkWords } from '#lib/voice/index.ts';
import type { NotHeard } from '#lib/vietnamese/index.ts';

const numbers = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const inWords = (number: number) => numbers[number] ?? String(number);

export const dialogueWords: DialogueWords = {
	progress: (number, of) => `Câu ${number} trên ${of}.`,
	resumed: (done, of) => `Bạn đang làm dở: đã trả lời ${done} trên ${of} câu. Mình làm tiếp nhé.`,
	kept: (name, value) => `${name}: ${value}.`,
	keptSilently: (name) => `${name}: đã ghi.`,
	confirm: (parts) => `${parts.join(' ')} Đúng không?`,
	confirmHow: 'Bạn nói đúng, hoặc sai, hoặc: không phải, mà là.',
	current: (value) => `Đang ghi: ${value}. Nói lại để sửa, hoặc nói giữ nguyên.`,
	known: (value) => `Máy đang giữ: ${value}. Nói dùng lại để dùng.`,
	reuse: 'dùng lại',
	choice: (label, number) => `${label}: số ${inWords(number)}.`,
	moreChoices: 'Nói nghe thêm để nghe lựa chọn khác.',
	whichOne: 'Tôi nghe ra mấy ý. Ý bạn là:',
	whichField: 'Bạn muốn sửa câu nào? Bạn nói sửa, rồi nói tên câu, ví dụ: sửa ngày sinh.',
	noSuchField: 'Tôi không thấy câu nào tên như vậy. Bạn nói tên câu, ví dụ: sửa ngày sinh.',
	example: (example) => `Ví dụ: ${example}.`,
	optional: 'Không có thì nói bỏ qua.',
	skipWord: 'bỏ qua',
	skipped: 'Bỏ qua.',
	later: 'Để sau. Tôi sẽ hỏi lại ở cuối.',
	recall: 'Câu này lúc nãy để lại, giờ cần có câu trả lời.',
	warning: {
		identity:
			'Câu này hỏi số giấy tờ. Người xung quanh có thể nghe thấy; bạn có thể nói gõ bằng bàn phím.',
		health:
			'Phần này hỏi về sức khỏe. Người xung quanh có thể nghe thấy; bạn có thể nói gõ bằng bàn phím.',
		record:
			'Phần này hỏi về án tích. Người xung quanh có thể nghe thấy; bạn có thể nói gõ bằng bàn phím.',
	},
	why: {
		silence: 'Tôi chưa nghe thấy gì.',
		noise: 'Tôi nghe chưa rõ.',
		offline: 'Đang không có mạng nên tôi không nghe được câu dài.',
		'not-understood': 'Tôi chưa hiểu câu trả lời.',
		'dont-know': 'Câu này cần có câu trả lời. Chưa biết thì nói để sau.',
		refused: 'Xin lỗi, tôi nghe nhầm.',
	},
	otherWay: {
		digits: 'Bạn đọc từng số một, hoặc bấm số trên bàn phím ở màn hình rồi bấm Tiếp tục.',
		closed: 'Bạn nói có hoặc không, hoặc chạm vào nút trên màn hình.',
		free: 'Bạn nói thật chậm, hoặc gõ bằng bàn phím rồi bấm Tiếp tục.',
	},
	handOver: [
		'Tôi xin lỗi, tôi vẫn chưa nghe đúng. Những gì bạn đã trả lời được lưu trên máy.',
		'Bạn nói: gặp cán bộ, gõ bằng bàn phím, hoặc để sau.',
	],
	left: 'Tôi dừng ở đây, hồ sơ vẫn được giữ. Khi nào muốn làm tiếp, bạn bấm Nói.',
	paused: 'Đã tạm dừng. Khi nào xong, bạn bấm Nói rồi nói tiếp tục.',
	goOn: 'Mình làm tiếp nhé.',
	atFirst: 'Đây là câu đầu tiên.',
	keyboard: 'Bạn gõ vào ô trên màn hình rồi bấm Tiếp tục.',
	help: [
		'Bạn trả lời câu hỏi, hoặc nói bỏ qua.',
		'Nói nhắc lại để nghe lại câu hỏi.',
		'Nói câu trước để quay lại câu trước.',
		'Nói sửa, rồi tên câu, để sửa câu đã trả lời.',
		'Nói tạm dừng để đi lấy giấy tờ.',
		'Nói gõ bằng bàn phím để tự gõ.',
		'Nói đọc hết để nghe lại cả tờ khai.',
		'Nói nộp hồ sơ khi đã xong.',
		'Nói gặp cán bộ để được người giúp.',
	],
	moreHelp: 'Nói trợ giúp lần nữa để nghe thêm.',
	reviewOpen: (answered) => `Đã trả lời ${answered} câu. Tôi đọc lại, bạn nghe nhé.`,
	reviewHow: 'Đúng hết thì nói nộp hồ sơ. Sai chỗ nào thì nói sửa, rồi tên câu.',
	problems: (messages) => `Còn phải sửa: ${messages.join(' ')}`,
	submitAsk: 'Nộp rồi thì tờ khai được gửi cho cơ quan nhận. Bạn chắc chắn nộp không?',
	notSubmitted: 'Chưa nộp.',
	submitted: 'Đang nộp hồ sơ.',
	yesNo: ['có', 'không', 'đúng', 'sai', 'đúng rồi', 'sai rồi', 'không phải', 'chưa'],
	commands: [
		'trợ giúp',
		'nhắc lại',
		'bỏ qua',
		'câu trước',
		'tạm dừng',
		'tiếp tục',
		'nghe thêm',
		'gõ bằng bàn phím',
		'gặp cán bộ',
		'nộp hồ sơ',
		'đọc hết',
		'trang chủ',
		'quay lại',
		'dừng lại',
	],
};

export const formTalkWords: FormTalkWords = {
	minutes: (minutes) => `Mất khoảng ${minutes} phút. Tôi hỏi từng câu một.`,
	needs: (needs) => `Bạn cần có: ${needs.join('; ')}.`,
	papers: (names) =>
		`Giấy tờ chụp kèm: ${names.join('; ')}. Thiếu giấy nào cũng vẫn nộp được, cán bộ sẽ báo sau.`,
	unit: {
		name: 'Nơi nhận hồ sơ',
		question: 'Bạn nộp ở đâu?',
		hint: 'Nói tên xã, phường và tỉnh.',
		provinceHint: 'Nói tên tỉnh hoặc thành phố.',
		missing: 'Chưa chọn nơi nhận hồ sơ.',
	},
	notAnswered: 'Chưa trả lời.',
	missing: (name) => `${name}: chưa có.`,
	lastDigits: (digits) => `ba số cuối ${digits}`,
	hidden: 'đã ghi',
	tones: {
		ngang: 'không dấu',
		huyền: 'dấu huyền',
		sắc: 'dấu sắc',
		hỏi: 'dấu hỏi',
		ngã: 'dấu ngã',
		nặng: 'dấu nặng',
	},
	date: (day, month, year) => `ngày ${day} tháng ${month} năm ${year}`,
	year: (year) => `năm ${year}`,
	line: (name, value) => `${name}: ${value}.`,
	ofItem: (name, item) => `${name}, ${item.toLowerCase()}`,
};

/** What to do about an answer that was understood but cannot be taken. */
export const answerReasons: Readonly<Partial<Record<NotHeard, string>>> = {
	vague: 'Bạn nói rõ hơn một chút.',
	range: 'Bạn nói một giá trị thôi.',
	lunar: 'Đó có phải ngày âm lịch không? Bạn nói ngày dương lịch như trên giấy tờ.',
	'no-such-day': 'Không có ngày này trong lịch. Bạn nói lại ngày và tháng.',
	incomplete: 'Bạn nói đủ ngày, tháng và năm.',
	contradiction: 'Các phần không khớp nhau. Bạn nói lại.',
	'say-digits': 'Bạn đọc từng số một.',
	'too-large': 'Số này lớn quá. Bạn nói lại.',
	'no-district': 'Từ tháng 7 năm 2025 không còn cấp huyện. Bạn nói tên xã, phường và tỉnh.',
};
