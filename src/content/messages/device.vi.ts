/** What the app says of the phone around it: lost storage, the home screen, the browser it is opened in. */
export const device = {
	lost: {
		title: 'Máy này đã mất dữ liệu',
		dossiers: (count: number) =>
			`Trình duyệt đã tự xóa ${count} hồ sơ chưa gửi trên máy này, thường vì bộ nhớ đầy hoặc lâu không mở ứng dụng. Những hồ sơ này chưa tới máy chủ; bạn làm lại nhé.`,
		again: (title: string) => `Làm lại: ${title}`,
		catalogue:
			'Trình duyệt đã tự xóa danh mục thủ tục trên máy này để lấy chỗ. Máy đang tự tải lại; bạn không phải làm gì.',
		safe: 'Để không mất nữa, hãy để trình duyệt giữ dữ liệu.',
		safeAsk: 'Giữ dữ liệu trên máy này',
		safeYes: 'Trình duyệt đã hứa không tự xóa dữ liệu của ứng dụng này.',
		safeNo: 'Trình duyệt chưa hứa giữ. Hãy để ứng dụng lên màn hình chính rồi thử lại.',
		understood: 'Tôi đã biết',
	},
	room: 'Máy gần đầy. Ứng dụng đã xóa bớt nội dung thủ tục để giữ hồ sơ của bạn.',

	install: {
		title: 'Để ứng dụng lên màn hình chính',
		why: 'Lần sau mở một chạm là có, không cần mạng, và máy không tự xóa hồ sơ của bạn.',
		yes: 'Cài đặt ứng dụng',
		later: 'Để sau',
		listen: 'Nghe cách làm',
		ios: [
			'Bấm nút Chia sẻ: hình vuông có mũi tên đi lên, ở cạnh dưới hoặc góc trên màn hình.',
			'Kéo xuống rồi chọn “Thêm vào MH chính”, tức là thêm vào màn hình chính.',
			'Bấm “Thêm”. Từ đó mở ứng dụng bằng hình Một Cửa Nói trên màn hình chính.',
		],
		menu: [
			'Mở trình đơn của trình duyệt: ba chấm hoặc ba gạch ở góc màn hình.',
			'Chọn “Thêm vào màn hình chính” hoặc “Cài đặt”.',
		],
		done: 'Đã để ứng dụng lên màn hình chính.',
	},

	inApp: {
		title: (name: string) => `Bạn đang mở trong ${name}`,
		why: (name: string) =>
			`Trong ${name}, micrô và việc cất hồ sơ trên máy hay bị chặn. Hãy mở bằng trình duyệt của máy.`,
		open: 'Mở bằng trình duyệt',
		android: [
			'Bấm dấu ba chấm ở góc trên màn hình.',
			'Chọn “Mở bằng trình duyệt” hoặc “Mở trong Chrome”.',
		],
		ios: [
			'Bấm dấu ba chấm hoặc hình la bàn ở góc màn hình.',
			'Chọn “Mở bằng trình duyệt” hoặc “Mở trong Safari”.',
		],
		copy: 'Chép địa chỉ',
		copied: 'Đã chép địa chỉ. Mở trình duyệt của máy rồi dán vào ô địa chỉ.',
		notCopied: (address: string) => `Địa chỉ là ${address}. Bạn gõ vào trình duyệt của máy.`,
	},
};
