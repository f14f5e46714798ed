import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
/** A voice pack for trials; never shipped. */
export const voicePackDirectory = `${data}voice-pack-vi`;
const recordingsDirectory = `${data}recordings`;

export const hasRecordings =
	existsSync(`${voicePackDirectory}/mdef`) && existsSync(`${recordingsDirectory}/transcripts.tsv`);
export const recordingsMissing =
	'../shared/data with voice-pack-vi and recordings is missing: skipped';

export interface Recording {
	readonly path: string;
	readonly words: string;
	/** 16 kHz, mono */
	readonly samples: Float32Array<ArrayBuffer>;
}

/** Samples of a WAV file of 16 bit, mono, with a header of 44 bytes. */
function samplesOf(path: string): Float32Array<ArrayBuffer> {
	const bytes = readFileSync(path).subarray(44);
	return Float32Array.from(
		{ length: bytes.length >> 1 },
		(_, at) => bytes.readInt16LE(at * 2) / 32_768,
	);
}

export function readRecordings(): Recording[] {
	const lines = readFileSync(`${recordingsDirectory}/transcripts.tsv`, 'utf8').trim().split('\n');
	return lines.map((line) => {
		const [name, words = ''] = line.split('\t');
		const path = `${recordingsDirectory}/${name}`;
		return { path, words, samples: samplesOf(path) };
	});
}

/** Fifty things that may be said to the app. */
export const fiftyPhrases: readonly string[] = [
	'đăng ký khai sinh',
	'đăng ký kết hôn',
	'cấp lại căn cước',
	'đọc lại từ đầu',
	'nói chậm hơn một chút',
	'nói to hơn một chút',
	'quay lại trang trước',
	'về trang chủ',
	'gõ bằng bàn phím',
	'gặp cán bộ',
	'mở số một',
	'mở số hai',
	'mở số ba',
	'đọc thêm kết quả',
	'câu tiếp theo',
	'câu trước đó',
	'đọc giấy tờ cần nộp',
	'đọc phí và lệ phí',
	'đọc thời hạn giải quyết',
	'đọc các bước thực hiện',
	'sửa ô họ tên',
	'sửa ngày sinh',
	'nộp hồ sơ này',
	'gửi ngay bây giờ',
	'mở hộp gửi đi',
	'mở phần cài đặt',
	'hồ sơ của tôi',
	'đổi giấy phép lái xe',
	'cấp phiếu lý lịch tư pháp',
	'đăng ký tạm trú',
	'đăng ký thường trú',
	'thành lập hộ kinh doanh',
	'xin trợ cấp xã hội',
	'chứng thực bản sao',
	'cấp hộ chiếu phổ thông',
	'xác nhận tình trạng hôn nhân',
	'đăng ký khai tử',
	'đóng bảo hiểm y tế',
	'cấp sổ đỏ lần đầu',
	'xác định mức độ khuyết tật',
	'đăng ký xe máy',
	'cấp giấy phép xây dựng',
	'nhận nuôi con nuôi',
	'thay đổi họ tên',
	'chụp ảnh giấy tờ',
	'bỏ qua câu này',
	'tạm dừng một lát',
	'tôi không biết',
	'tôi cần trợ giúp',
	'dừng lại ngay',
];

/** What has nothing to do with the app. */
export const unrelatedSentences: readonly string[] = [
	'hôm nay trời mưa to quá',
	'con mèo nằm ngủ trên ghế',
	'tối nay nhà mình ăn gì',
	'anh ấy đi chợ mua cá',
	'em bé đang khóc ngoài sân',
	'đội bóng làng bên thắng rồi',
	'giá xăng lại tăng từ chiều qua',
	'mai mình đi chơi nhé',
	'nhà hàng này nấu phở rất ngon',
	'ông ngoại trồng cây xoài trước cửa',
];
