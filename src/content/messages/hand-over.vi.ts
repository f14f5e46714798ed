/** Handing the catalogue from phone to phone. */
export const handOver = {
	title: 'Chuyển danh mục giữa hai máy',
	hint: 'Máy yếu mạng nhận được danh mục từ máy đã có đủ, không tốn dung lượng: qua Bluetooth, Zalo hoặc thẻ nhớ. Tệp bị sửa dọc đường sẽ không được nhận.',
	give: 'Gửi danh mục sang máy khác',
	packing: 'Đang gói danh mục…',
	saved:
		'Đã lưu tệp danh mục vào mục Tải xuống. Gửi tệp đó sang máy kia, rồi mở ở đây trên máy kia.',
	shared: 'Đã chuyển tệp danh mục cho ứng dụng bạn chọn.',
	take: 'Nhận danh mục từ tệp',
	taking: (percent: number) => `Đang nhận danh mục: ${percent} phần trăm`,
	taken: (count: string) => `Đã nhận danh mục ${count} thủ tục. Dùng được ngay.`,
	reasons: {
		'no-catalogue': 'Máy này chưa có danh mục để gửi.',
		incomplete: 'Danh mục chưa về đủ trên máy này. Đợi tải xong rồi gửi.',
		unsigned: 'Danh mục trên máy này chưa có chữ ký nên máy khác sẽ không nhận.',
		'not-a-catalogue': 'Tệp này không phải danh mục của Một Cửa Nói.',
		'unknown-signer':
			'Máy này chưa từng nhận danh mục từ máy chủ, nên không kiểm tra được chữ ký. Hãy mở ứng dụng khi có mạng một lần.',
		'bad-signature':
			'Tệp không mang chữ ký của nơi đã phát hành danh mục trên máy này, hoặc đã bị sửa. Danh mục đang có vẫn giữ nguyên.',
		older: 'Danh mục trong tệp cũ hơn danh mục trên máy này, nên không nhận.',
		'bad-pack': 'Tệp bị thiếu hoặc hỏng. Danh mục đang có vẫn giữ nguyên. Hãy gửi lại tệp.',
		offline: 'Cần mạng một lúc để kiểm tra chữ ký. Hãy thử lại khi có mạng.',
		'no-space': 'Máy gần đầy, không cất thêm được. Hãy xóa bớt ảnh hoặc ứng dụng rồi thử lại.',
		'no-storage': 'Trình duyệt không cho cất dữ liệu, nên không nhận được danh mục.',
	},
};
