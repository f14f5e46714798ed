/** The help screen. */
export const help = {
	title: 'Trợ giúp',
	how: 'Cách dùng',
	steps: [
		'Bấm Nói rồi nói việc bạn cần, ví dụ “làm giấy khai sinh cho con”. Hoặc gõ vào ô tìm kiếm, có dấu hay không dấu đều được.',
		'Chọn một thủ tục trong phần Kết quả.',
		'Bấm Nghe để máy đọc. Bấm Tạm dừng để nghỉ; bấm Nghe lần nữa để đọc tiếp từ chỗ dừng.',
		'Dùng Câu trước, Câu sau, Phần sau để đi lại; bấm Thêm để đổi tốc độ, đọc lướt hay dừng. Chạm vào một câu để đọc từ đó.',
	],
	keyboard: 'Bằng bàn phím',
	keys: [
		'Phím Tab đi từ nút này sang nút khác, phím Enter để chọn.',
		'F8 để nghe hoặc tạm dừng, F9 sang câu sau. Bạn đổi phím trong phần Cài đặt.',
		'Trong ô tìm kiếm, phím mũi tên xuống và lên để đi trong phần Kết quả, Enter để mở, Esc để xóa.',
	],
	offline: 'Khi không có mạng',
	offlineText:
		'Sau lần mở đầu tiên, chờ tới khi thấy dòng “Đã sẵn sàng khi không có mạng”. Từ đó, mọi việc tìm và nghe đều làm được khi không có mạng.',
	install: 'Để lên màn hình chính',
	installText:
		'Trong trình duyệt, mở trình đơn rồi chọn “Thêm vào màn hình chính” hoặc “Cài đặt ứng dụng”.',
	installButton: 'Cài đặt ứng dụng',
	person: 'Gặp cán bộ',
	personText: 'Tổng đài Cổng Dịch vụ công quốc gia, miễn phí:',
	phone: '1800 1096',
	truth: 'Thông tin từ đâu',
	truthText:
		'Thủ tục lấy từ Cơ sở dữ liệu quốc gia về thủ tục hành chính, ghi rõ ngày lấy. Ứng dụng không tự thêm điều gì; chỗ nào nguồn không ghi thì nói là chưa rõ.',
	privacy: 'Riêng tư',
	privacyText:
		'Không quảng cáo, không theo dõi. Tiếng nói không được lưu. Những gì bạn tìm ở lại trên máy của bạn.',
	license: 'Phần mềm tự do, giấy phép GPL-3.0. Giọng đọc kèm theo: eSpeak NG.',
};
