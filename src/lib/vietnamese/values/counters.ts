/**
 * What is counted or measured: said after a number, it changes nothing about it. "năm" is here too, which is why "ba năm"
 * has two meanings.
 */
export const counters: readonly string[] = (
	'người|người con|người lớn|trẻ em|cháu bé|bé|con nhỏ|đứa con|anh chị em|cháu|đứa|em|anh em|chị em|vợ chồng|nhân khẩu|khẩu|hộ|thành viên|' +
	'cái|chiếc|con|cây|tấm|bầy|nắm|bồn|trạm|xe|đôi|bộ|phần|suất|lần|lượt|con số|số|' +
	'bản|tờ|trang|quyển|cuốn|hồ sơ|giấy|' +
	'căn|phòng|tầng|thửa|miếng|lô|' +
	'năm|năm tuổi|tuổi|tháng|tháng tuổi|tuần|ngày|ngày làm việc|buổi|giờ|tiếng|phút|giây|' +
	'mét|mét vuông|mét khối|m|m vuông|m khối|thước|phân|li|cây số|km|ki lô mét|ki lô mét vuông|kilomet|kilômét|kilomét|' +
	'xăng ti mét|xăng ti mét vuông|xăng ti mét khối|xen ti mét|xen ti mét khối|xăng ti|cm|mi li mét|milimét|mm|muy crô mét|đề xi mét|dm|' +
	'héc ta|hecta|ha|sào|mẫu|công|inch|dặm|' +
	'kí|ký|kí lô|ký lô|ki lô|ki lô gam|kilogam|kg|cân|tấn|tạ|yến|gam|gram|g|lạng|chỉ|lượng|' +
	'lít|mi li lít|ml|khối|độ|độ c|độ f|độ xê|' +
	'vôn|oát|ki lô oát|kw|số điện|khối nước|am pe|héc|ki lô héc|mê ga héc|gi ga héc|' +
	'byte|kilobyte|megabyte|gigabyte|terabyte|kilobit|megabit|gigabit|bit|kb|mb|gb|tb'
).split('|');
