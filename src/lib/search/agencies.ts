/**
 * One source field names several agencies, and agencies have commas in their names ("Sở Văn hóa, Thể thao và Du lịch"):
 * a new agency begins where one of these words does.
 */
const heads = [
	'[UỦ][yỷ] ban|UBND|Chủ tịch|Hội đồng|Thủ tướng|Bộ|Sở|Tổng cục|Chi [Cc]ục|Cục|Vụ|Viện|Văn phòng|Thanh tra',
	'Phòng|Ban|Đội|Đồn|Trung tâm|Trường|Chi nhánh|Ngân hàng|Kho bạc|Quỹ|Bảo hiểm|Thuế|Hải quan|Cảng vụ|Biên phòng',
	'Công an|Tòa án|Viện kiểm sát|Thi hành án|Cơ quan|Các cơ|Cơ sở|Tổ chức|Đơn vị|Các đơn|Đại sứ|Giám đốc|Công đoàn',
].join('|');
const between = new RegExp(String.raw`\s*(?:[,;/]|\s[-–]|\.\s)\s*(?=(?:${heads})(?!\p{L}))`, 'u');

/** "Cục Thuế - Bộ tài chính, Thuế cơ sở" → three agencies. */
export const agenciesIn = (text: string): string[] =>
	text
		.split(between)
		.map((part) => part.trim())
		.filter(Boolean);
