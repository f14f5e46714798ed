/**
 * Syllables of common Vietnamese names. Used only to notice when a recogniser wrote one that nobody bears beside one that
 * sounds the same in some region ("Nguyển", "Hãi"); a name that is not here is kept as it was heard.
 */
const surnames =
	'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh lương mai trương cao tạ hà đinh lâm phùng tô châu ' +
	'thái từ tăng quách kiều la lưu vương mạc thạch nghiêm tống triệu khổng doãn ninh bạch ông ứng thân giáp chu hứa tôn diệp ' +
	'lại lục văn viên vi âu bế nông lò cầm quàng hoàng giàng sùng vàng thào lầu mùa hạng cứ ma mã lù lường tòng lèo cà đèo ' +
	'chử cù cung đồng đường hàn khúc kha khương lã lữ nhâm nhan nhữ ong phí phó quản sái sầm tiêu tiết tiền tường trà uông ' +
	'thiều thi trang trinh ngụy biện bành đàm đậu hầu huyền khiếu kim phương quan quang sơn tào thẩm tưởng viết xa y';
const given =
	'an anh ánh ân ái bách bảo bằng bích biên bình bảy ba ban bé bốn cam cần cẩm cảnh cát chánh chi chí chiến chính chung chương cương cúc cường ' +
	'công cơ cư cửu da dân danh dần dậu di dĩ dịu doanh du dũng duy duyên dung dương dịch diễm diệu diệp đại đan đạt đăng điền điệp định ' +
	'đông đô đôn đức đình đài đào đang gái gấm giang giàu giao giáp hà hạ hạnh hào hảo hải hằng hân hậu hiền hiếu hiểu hiệp hiển hinh hoa hoà hòa hoài ' +
	'hoàn hoàng hoạt hoan hoạch hồng hồ hợi hội hợp huân huấn huệ hùng huy huyền hương hường hướng hưng hữu hỷ kha khải khang khánh khoa khoan khôi ' +
	'khuê khuyên khương kiên kiệt kiều kim kỳ kỷ lam lan lành lãm lân lâm lập lễ lệ lên liên liễu liêm linh loan lộc long lợi luân luận lực lương lượng ' +
	'lưu ly lý mai mận mạnh mẫn mây mến miên minh mơ mùi mười muôn my mỹ nam năm nga ngà ngân nghi nghĩa nghị ngọ ngọc nguyên nguyệt nhã nhạn nhàn nhâm nhân nhất ' +
	'nhật nhi nhiên nhì nhài nho nhơn nhung như nhường nhựt niệm ninh nở nụ nương nữ oanh phát phi phong phú phúc phước phụng phượng phương quân quang quảng quế quốc quý ' +
	'quyên quyền quyết quỳnh sang san sáng sánh sáu sen sinh song sỹ sĩ sơn sự sương sửu tài tâm tấn tân thạch thái tham thanh thành thảo thắm thắng thăng thế thêm ' +
	'thị thi thiên thiện thiệu thịnh thìn thơ thơm thoa thoại thông thu thuận thuần thuật thục thủy thuỷ thúy thuý thùy thuỳ thuyên thuyền thư thương thường thức thực thân thể tiên ' +
	'tiến tiếp tiệp tín tình tĩnh toàn toán toản tôn trà trâm trân trạch trang tráng trọng trí trinh trình trúc trung trường trực trân trưởng tú tuân tuấn tuất tùng tuyên tuyền tuyết tuyến ' +
	'tư từ tường tưởng tươi tý tỵ uyên uy út vân văn vàng vẻ viên viễn việt vinh vĩnh vĩ võ vũ vui vượng vương vy vi xoan xuân xuyến xuyên yên yến ý đạo đoan đồng đường đắc đỉnh hiên hiến hoành huynh khiêm khởi lưỡng mão nhẫn nhuận tỉnh tuệ thụy thuỵ triết triều triển trước vạn tám chín hai một tư bưởi chanh đẹp xinh sử chinh chiêu chuyên diễn đằng đệ giản hằng hiệu hòe hoè khuyến kính lạc lịch liệu luyện mừng nhân ngoan nhị nguyện phấn quyến sách sở tất tẩm thảnh thu tịnh tiềm triệu trừ trụ vịnh xuyên';

export const nameSyllables: ReadonlySet<string> = new Set(`${surnames} ${given}`.split(' '));
