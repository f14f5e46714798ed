/** The camera that says how to hold it. Loaded only when a photograph is taken. */
export const cameraWords = {
	title: (paper: string) => `Chụp ảnh: ${paper}`,
	hint: 'Đặt giấy lên bàn, đưa máy thẳng phía trên cho giấy gần đầy khung.',
	starting: 'Đang mở máy ảnh…',
	picture: 'Hình đang ngắm',
	advice: {
		dark: 'Tối quá. Ra chỗ sáng hoặc bật đèn.',
		far: 'Lại gần hơn.',
		blurred: 'Chưa rõ nét. Giữ máy yên một chút.',
		moving: 'Giữ máy yên.',
		good: 'Rõ rồi. Bấm Chụp ngay.',
	},
	take: 'Chụp ngay',
	close: 'Thôi chụp',
	system: 'Mở máy ảnh của điện thoại',
	refused: 'Trình duyệt không cho dùng máy ảnh ở đây. Bạn mở máy ảnh của điện thoại để chụp.',
	name: (number: number) => `ảnh ${number}.jpg`,
};
