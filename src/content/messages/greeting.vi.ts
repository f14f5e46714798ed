/** Said once, in a voice made while building, by who taps Nghe before the voice itself has come: words only, no digits. */
export const greeting =
	'Xin chào. Giọng đọc đang được tải về máy, còn khoảng một phút. Bạn chờ một chút, máy sẽ tự đọc.';
