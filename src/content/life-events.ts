import type { LifeEvent } from '#lib/catalogue/index.ts';

/** How a life event is shown and read on the home screen. */
export interface LifeEventName {
	/** the entry itself, two or three words */
	readonly name: string;
	/** what is found there, in the words people use */
	readonly hint: string;
}

/** The entries of the home screen, in the order in which most people need them. */
export const lifeEventNames: Readonly<Record<LifeEvent, LifeEventName>> = {
	birth: { name: 'Sinh con', hint: 'khai sinh, nhận con, thẻ bảo hiểm y tế' },
	residence: { name: 'Cư trú', hint: 'tạm trú, thường trú, lưu trú' },
	identity: { name: 'Căn cước, hộ tịch', hint: 'thẻ căn cước, VNeID, bản sao khai sinh' },
	marriage: { name: 'Kết hôn', hint: 'giấy kết hôn, giấy độc thân' },
	disability: { name: 'Khuyết tật', hint: 'giấy xác nhận khuyết tật, hỗ trợ học tập' },
	'social-support': { name: 'Trợ cấp', hint: 'trợ cấp hằng tháng, người già, hộ nghèo' },
	insurance: { name: 'Bảo hiểm', hint: 'thẻ bảo hiểm y tế, thai sản, bảo hiểm xã hội' },
	land: { name: 'Nhà đất', hint: 'sổ đỏ, sang tên, tách thửa' },
	certification: { name: 'Chứng thực', hint: 'sao y, chữ ký, hợp đồng, di chúc' },
	vehicle: { name: 'Xe cộ', hint: 'đăng ký xe, sang tên, đăng kiểm' },
	driving: { name: 'Bằng lái xe', hint: 'thi, đổi, cấp lại giấy phép lái xe' },
	work: { name: 'Việc làm', hint: 'trợ cấp thất nghiệp, tìm việc' },
	business: { name: 'Kinh doanh', hint: 'hộ kinh doanh, công ty, mã số thuế' },
	school: { name: 'Học hành', hint: 'thi tốt nghiệp, chuyển trường, bằng cấp' },
	construction: { name: 'Xây nhà', hint: 'giấy phép xây dựng, sửa chữa' },
	death: { name: 'Người thân mất', hint: 'khai tử, tiền mai táng' },
	'criminal-record': { name: 'Lý lịch tư pháp', hint: 'giấy xác nhận không tiền án' },
	travel: { name: 'Ra nước ngoài', hint: 'hộ chiếu, báo mất hộ chiếu' },
	other: { name: 'Việc khác', hint: 'trợ giúp pháp lý, khiếu nại' },
};
