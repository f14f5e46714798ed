import type { FormMessages } from '#lib/forms/index.ts';

/** What forms say about answers, on the screen and aloud: short, and always what to do. */
export const formMessages: FormMessages = {
	wrong: {
		required: 'Câu này cần có câu trả lời.',
		unknown: 'Câu này không có trong mẫu.',
		wrongKind: 'Câu trả lời không đúng dạng. Bạn nhập lại câu này.',
		oddCharacters: 'Có ký tự không đọc được. Bạn xóa đi rồi nhập lại.',
		notAName: 'Bạn nhập họ và tên bằng chữ, ví dụ: Nguyễn Thị Hoa.',
		notAPhone: 'Bạn nhập số điện thoại, thường có 10 số, bắt đầu bằng số 0.',
		notAnIdNumber: 'Số định danh có đúng 12 số. Bạn xem trên thẻ căn cước.',
		notDigits: 'Bạn nhập bằng chữ số, ví dụ: 1234567.',
		notATime: 'Bạn nhập giờ và phút, ví dụ: 8 giờ 30 phút sáng.',
		notADate: 'Bạn nhập đủ ngày, tháng, năm, ví dụ: 12/4/1990.',
		noSuchDay: 'Không có ngày này trong lịch. Bạn xem lại ngày và tháng.',
		notAnOption: 'Bạn chọn một trong các câu có sẵn.',
		notYesOrNo: 'Bạn trả lời có hoặc không.',
		notANumber: 'Bạn nhập một con số, ví dụ: 2.',
		notAnEmail: 'Bạn xem lại địa chỉ thư điện tử, ví dụ: hoa@gmail.com.',
		notAUnit: 'Bạn chọn tỉnh, rồi chọn xã, phường trong danh sách.',
	},
	tooLong: (max) => `Dài quá. Bạn viết gọn lại, nhiều nhất ${max.toLocaleString('vi')} ký tự.`,
	outOfRange: (min, max) => `Bạn nhập một số từ ${min} đến ${max}.`,
	digits: (min, max) =>
		min === max
			? `Số này có đúng ${min} chữ số. Bạn xem lại.`
			: `Số này có từ ${min} đến ${max} chữ số. Bạn xem lại.`,
	tooFew: (min, counted = 'người') => `Cần ít nhất ${min} ${counted}.`,
	tooMany: (max, counted) =>
		counted
			? `Nhiều nhất ${max} ${counted}. Bạn bỏ bớt.`
			: `Nhiều nhất ${max} người. Bạn chia thành nhiều hồ sơ.`,
	unusual: {
		digitsInName: 'Tên có chữ số. Bạn xem lại có đúng không.',
		phonePrefix: 'Đầu số này lạ. Bạn xem lại số điện thoại.',
	},
	yes: 'Có',
	no: 'Không',
	monthOfYear: (month, year) => `tháng ${month} năm ${year}`,
	named: (item, name) => `${item}: ${name}`,
};
