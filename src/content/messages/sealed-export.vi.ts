/** The last resort: what waits, carried away in a file. */
export const sealedExport = {
	title: 'Cách cuối cùng: mang hồ sơ đi bằng tệp',
	hint: 'Khi mạng mãi không thông: cất mọi hồ sơ đang chờ vào một tệp khóa kín, rồi mang tới cơ quan nhận hồ sơ bằng thẻ nhớ, dây cáp, Zalo hoặc thư điện tử. Chỉ máy chủ mở được tệp.',
	late: (count: number) =>
		`${count} hồ sơ đã chờ lâu mà chưa gửi được. Bạn có thể mang đi bằng tệp.`,
	make: 'Tạo tệp mang đi',
	packing: 'Đang tạo tệp…',
	saved: (name: string) =>
		`Đã lưu tệp ${name} vào mục Tải xuống. Hồ sơ vẫn ở trong Hộp gửi và máy vẫn tự gửi khi có mạng. Đến bằng cả hai đường thì cũng chỉ là một hồ sơ.`,
	shared:
		'Đã chuyển tệp cho ứng dụng bạn chọn. Hồ sơ vẫn ở trong Hộp gửi và máy vẫn tự gửi khi có mạng. Đến bằng cả hai đường thì cũng chỉ là một hồ sơ.',
	exportedAt: (time: string) => `Đã cất vào tệp mang đi lúc ${time}, nên không sửa được nữa.`,
	reasons: {
		'no-key':
			'Máy này chưa nhận được khóa của máy chủ nên chưa khóa được tệp. Bạn mở ứng dụng khi có mạng một lần rồi làm lại.',
		nothing: 'Không còn hồ sơ nào đang chờ.',
		'no-space': 'Máy gần đầy nên chưa tạo được tệp. Bạn xóa bớt ảnh hoặc ứng dụng rồi làm lại.',
		'no-storage': 'Trình duyệt không cho đọc hồ sơ đã cất.',
		aborted: 'Chưa chuyển tệp đi. Hồ sơ vẫn ở trong Hộp gửi.',
	},
};
