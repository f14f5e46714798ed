import { describe, expect, it } from 'vitest';
import table from './commands.json' with { type: 'json' };

import { certain, createInterpreter, screens, type Screen } from '#lib/voice/index.ts';

const interpret = createInterpreter(table);

/** What is said near a phone and is no order there: to others, about the thing itself, to a question, or begun alike. */
const nearOrders: Readonly<Record<Screen, string>> = {
	home: `
mở cửa cho mẹ với | mở ti vi lên xem thời sự | bật quạt số ba lên | mua hai cái | lấy cho bà hai cái bánh
chọn cái màu đỏ | xem phim số một | số nhà bốn mươi hai | số điện thoại của chị là gì | đọc sách cho con nghe
nghe lời mẹ đi | nói nhỏ với bố thôi | nói lớn vậy ai mà chịu | to tiếng với nhau | to lớn quá | nhỏ con vậy
lớn lên con làm gì | nhanh lên trễ học | chậm chạp quá | chạy chậm thôi con | về nhà thôi con | về quê ăn tết
trang trí nhà cửa | nhà chủ trọ tăng giá | quay lại lớp học | quay phim giúp anh | trở lại trường | trở mình đi ông
dừng xe ở đây | tắt bếp đi con | thoát vị đĩa đệm | hủy vé máy bay | bỏ rác vào thùng | bỏ qua cho nhau đi em
gặp lại sau nhé | gọi điện cho mẹ | gọi món đi em | hỏi thăm sức khỏe ông bà | cài áo lại cho con | anh hai ơi
cài điện thoại cho ông | hộp sữa này hết hạn | hồ sơ bệnh án của ông | gõ cửa nhà bên | giúp bà cụ qua đường
hướng dẫn cháu làm bài | nhắc con uống thuốc | nói lại chuyện hôm qua | thêm nước mắm vào | còn cơm không | ba ơi
tiếp khách đi con | im lặng là vàng | ồn ào quá hàng xóm | bà tư về chưa | tám giờ rồi | ba má tôi | cô năm bán cá
mở hộ mẹ cái nắp | mở lòng ra đi | xem giờ giúp bà | xem bói | đọc giùm ông cái nhãn | nghe máy đi con
nghe không con | nghe chưa | nói gì nói to lên xem nào mẹ không nghe | ai nói gì đâu | dừng có sao đâu
thôi đi ông | thôi nào | thôi nín đi con | về chưa con | về ăn cơm | quay xe | trở bài | tắt máy đi ngủ
giúp mẹ một tay | giúp ai cơ | cứu người | có ai ở nhà không | có ai không | gọi ai đấy | hỏi ai
số mấy đấy | số điện thoại | xong rồi | được rồi | đúng rồi | vâng ạ | ừ đúng đấy | không phải đâu | hay quá
sai bét | nữa à | thêm gì nữa không | khác gì đâu | nhanh thế | chậm thế | to thế | nhỏ thế | ồn thế
hết rồi à | hồ sơ gì cơ | giấy tờ gì | cài cái gì | chữ to quá nhỉ | chữ nhỏ khó đọc quá`,
	results: `
anh ba ơi | chị hai | cô tư | chú năm ơi | bác sáu nhà bên | út mười | ba đi làm chưa | bốn giờ rồi | năm nay mấy tuổi
sáu tháng tuổi | bảy giờ đi ngủ | một mình | một lát nữa mẹ về | hai đứa đi đâu đấy | hai ba cái | số đẹp quá
số đỏ ghê | số hai trần phú | cái này đắt quá | cái kia đẹp hơn | cái áo thứ hai | cái thứ này ai mua
mở hàng cho em đi | mở số điện thoại | mở số đề | mở miệng ra con | chọn ngày tốt | xem bói số hai | xem ngày cưới
lấy vợ hai | lấy chồng xa | lấy hai tô phở | bấm giờ cho tôi | nhấn ga đi | vào nhà đi con | vào bếp phụ mẹ
đọc báo đi ông | đọc thơ | thêm một đứa con nữa | thêm đường | còn ai nữa không | còn cái nịt | khác nhau chỗ nào
trang sau của cuốn vở | trang điểm xong chưa | kết quả thi đại học | kết quả siêu âm | thủ tục rườm rà quá
nữa tháng mới có lương | tiếp theo chương trình | tìm con mèo | tìm vợ cho con | tìm cái điều khiển
số một là cái gì | số một hay số hai | cái nào đúng | cái nào cũng được | cái số một không phải
không phải số một | đừng mở số hai | mở số nào | mở cái gì | số một thế giới | hai ngày nữa | ba lần rồi
bốn mùa | năm mới vui vẻ | sáu múi | bảy tuổi | tám chuyện | chín chắn | mười mươi | hai mươi tháng mười
năm hai nghìn | mười lăm phút | một chín một mười | một là mày hai là tao | ba cọc ba đồng | ba hoa
tư cách | năm hết tết đến | hai vợ chồng tôi | hai chị em | ba mẹ con | bốn anh em | năm cha con
một cái thôi | xem ai kìa | chọn sai rồi | lấy vợ chưa | lấy tiền đâu ra | vào chưa | đọc chưa | đọc gì
thêm bạn | còn gì để nói | còn lại ai | kết quả gì | kết quả đâu | lệ phí đường bộ | hạn sử dụng
tiền bạc gì | giá rổ`,
	procedure: `
thủ tục rườm rà quá | giấy tờ để đâu rồi con | giấy tờ tùy thân của tôi mất rồi | giấy tờ nhà đất cất trong tủ
phí công quá | phí của giời | tiền đâu mà nộp | tiền mất tật mang | tiền lương tháng này | giá như tôi biết sớm
giá vàng hôm nay | giá điện tăng rồi | hạn hán mất mùa | hạn chót là hôm nay à | thời gian trôi nhanh quá
thời gian biểu của con | địa chỉ nhà ông ba | địa chỉ quán phở ngon | luật chơi là gì | luật bóng đá
kết quả bóng đá | kết quả xét nghiệm máu | điều kiện gia đình tôi khó khăn | yêu cầu bà con giữ trật tự
các bước nhảy | cách làm bánh xèo | quy trình nấu rượu | nộp phạt ở đâu | nộp tiền điện ở đâu | nộp bài cho cô
nộp thuế đất | làm cơm chưa | làm ăn thế nào | làm gì mà lâu thế | làm hồ sơ xin việc cho cháu | khai bệnh với bác sĩ
viết đơn ly hôn cho tôi | điền tên vào sổ hộ nghèo | đăng ký học lái xe | đọc kinh | nghe đài | nghe nói mất tiền
mất bao nhiêu con gà | có lâu không gặp | mấy ngày nữa giỗ ông | bao giờ con về | bao lâu rồi chưa về quê
đi đâu đấy | ở đâu bán phở ngon | ai làm vỡ bát | ai gọi đó | tôi đã nộp hồ sơ rồi | nộp hồ sơ rồi mà
nộp hồ sơ chưa vậy con | đừng nộp hồ sơ | mai nộp hồ sơ | tóm cổ nó lại | phần quà của bé | mục tiêu năm nay
nộp ở đâu chứ ở đây không nhận | tiền đâu | tiền ai trả | tiền ăn | phí phạm | giấy đâu | giấy báo nhập học
giấy bút đâu | hồ sơ đâu | hồ sơ của ai đây | bao nhiêu tuổi rồi | bao nhiêu người | mấy giờ rồi | mấy tuổi
mấy đứa | mất bao nhiêu người | có lâu đời không | khi nào cưới | bao giờ mới giàu | làm sao mà khóc
làm gì đấy | làm đi con | làm bài chưa | làm luôn cho xong việc nhà | ai thế | ai bảo | ai cho
ai nhận nuôi | được gì đâu | được cái gì mà mừng | nhận lương rồi | nhận con nuôi chưa | yêu cầu ai làm
điều kiện gì mà lắm thế | luật gì kỳ vậy | bước đi | bước một bước | đăng ký xe | đăng ký gói cước
viết đơn kiện | khai ra đi | điền kinh | nộp đơn thôi việc | nộp máy tính | thủ tục gì mà lâu | kể chuyện đi
tóm được rồi | nghỉ đi | đọc hiểu không | chỉ đường cho tôi | chỉ ai làm`,
	reading: `
dừng chân ở đây nghỉ | dừng tay lại ăn cơm con | tạm biệt ông nhé | tạm ứng lương | tạm trú ở phường khác
chờ mẹ về | chờ đèn đỏ | chờ nước sôi | đợi xe buýt | đợi lâu quá rồi | khoan giếng | khoan dung | nghỉ học hôm nay
nghỉ hưu rồi | nghỉ lễ mấy ngày | tiếp khách | tiếp sức cho trẻ | tiếp tục học lên | đọc vở chính tả | nói dối
nghe nhạc tiếp đi | nói tiếp chuyện hôm qua | câu cá | câu chuyện buồn | câu này hay ghê | câu đó sai rồi
phần tôi ăn rồi | phần cơm của bố | phần trăm | mục nát hết rồi | lùi xe lại | lùi lại một chút cho xe qua
đoạn đường này xấu | ý này hay | ý trước sau như một | trước sau gì cũng thế | sau này con lớn | tiếp theo là dự báo thời tiết
bỏ qua đi em giận làm gì | bỏ phần của bố lại | chậm mà chắc | chậm nói | nhanh như chớp | nhanh tay lên con
nhanh trí quá | to bụng | to gan thật | lớn tuổi rồi | lớn nhất nhà | nhỏ nhất nhà | nhỏ giọt | nhỏ thuốc mắt
bé ngủ rồi nói khẽ thôi | bé tí xíu | khẽ chân thôi | im ắng quá | nín khóc đi con | thôi rồi | thôi chết
đủ ăn rồi | quay cuồng | quay lại nhìn mẹ | trở trời | về hưu | về nhì | tắt đèn đi | tắt bếp rồi
dừng rồi à | tạm dừng rồi hả | đọc tiếp rồi à | chậm lại rồi đó | ngày mai đọc tiếp
dừng được chưa | dừng ở đâu | sao không dừng | dừng lại làm gì | ai bảo dừng | chờ ai | chờ gì nữa
đợi ai đấy | đợi đấy | khoan đã nào bà | nghỉ tay ăn cơm | tiếp ai | tiếp nữa không | đọc tiếp không con
đọc tiếp làm gì | đừng đọc tiếp | không cần đọc tiếp | sao lại đọc tiếp | đọc rồi | đọc xong rồi
nói tiếp đi chị tôi nghe đây | câu gì | câu nào | câu hỏi khó | phần nào | phần của ai | phần trước nói gì
trước khi đi ngủ | sau cơn mưa | nhanh thật | chậm không | có chậm không | to không | nhỏ không
đừng nói nhỏ | đừng nhanh | không nhanh | không to | không nhỏ | không chậm | không quay lại | sao quay lại
lệ phí gì | lệ phí đây này | nghe rõ rồi | nghe rõ không | nghe thấy rồi | hiểu rồi
biết rồi khổ lắm nói mãi | nhắc mãi | nhắc ai | lại nữa | nữa`,
	form: `
bé hoa | bé lan anh | trần bé | nguyễn bé tư | lê thị nhỏ | cao lớn | to lớn | lớn | nhỏ | đặng thị chậm
đỗ trọng lùi | hoàng dừng | võ thị bỏ | trần văn thôi | lê văn nín | ngô đình đọc | nguyễn nhắc | mai nhanh
tô thị khẽ | lâm thị nghe | vũ thị trước | hồ thị sau | phạm tiếp | lý kế tiếp | bế thị khoan | trương chờ
hồ sơ của mẹ | trang | trang anh | nguyễn trang | huyền trang | chủ hộ | trang chủ tịch | hộp thư số ba
sửa xe | sửa nhà | sửa chữa nhỏ | sửa giày dép | thợ sửa khóa | thay đổi nơi cư trú | thay đổi chỗ ở | thay đổi họ
đổi tên đệm | đổi họ theo mẹ | đổi nơi làm việc | đổi căn cước | đổi giấy phép lái xe | cập nhật số điện thoại mới
điều chỉnh năm sinh | chỉnh lý đất đai | sai tên đệm | sai ngày sinh trên giấy khai sinh | nhầm họ của cha
khai sai năm sinh trong hộ khẩu | quay lại quê sống | về nhà mẹ đẻ | ở nhà | tại nhà | trở về địa phương
thôn trước | xóm câu | đội câu cá | thôn quay | tổ tiếp theo | đường số hai | ngõ bỏ | phố trở | ấp dừng
bỏ học | bỏ đi làm xa | bỏ trống | không trả lời được câu nào | tạm dừng kinh doanh | tạm nghỉ
dừng hưởng trợ cấp | nghỉ dưỡng sức | chờ việc | đợi tuyển | khó nghe | nghe không rõ tai trái | nặng tai | điếc tai
nói ngọng | chậm nói | nói nhỏ khó nghe | không nói được | không nghe được | người giúp việc | nhờ người giúp
cần trợ giúp | cần người chăm sóc | hướng dẫn viên | cán bộ hưu trí | cán bộ xã | nhân viên tổng đài | gặp nạn
nộp sau | nộp tại xã | gửi ngân hàng | gửi tiết kiệm | hoàn thành nghĩa vụ quân sự | hủy kết hôn | cài đặt điện nước
nghề gõ bàn phím | đánh máy | đọc hiểu | giỗ đầu | đi về | đã về | chưa về | nhanh nhẹn | chậm chạp | hai bà
trợ lý | giúp việc | hướng | tiếp viên | tiếp thị | nhân viên bán hàng | bán hàng online | thợ dừng bước
đọc giả | nội trợ | nghỉ | nghỉ hưu | hưu trí | già yếu | không làm gì | không nghề | thất nghiệp
chưa có việc | không biết | không nhớ rõ | để tôi xem | đợi tôi lấy giấy | chờ con tôi một tí | hình như là
số nhà mười | số mười ngõ hai | nhà số ba | thôn ba | tổ hai | khu phố bốn | ấp năm | xã tân tiến
phường một | quận ba | tên là bỏ | tên nó là dừng | họ trợ tên giúp | quay | lùi | bà nội | bà ngoại nuôi
mẹ bỏ đi | cha đã mất | con rơi | anh trai | chị dâu | ở với ông bà | về nước | cũ | mới | như cũ
trước đây ở huế | câu lạc bộ thơ | phần đất của bố | mục đích vay vốn | ô tô tải | chỗ ở hiện tại | chỗ làm
sai sót khi khai | nhầm lẫn | đổi đất | đổi mới | sửa sang nhà cửa | nộp thuế | gửi trả tại nhà
xong lớp chín | hết lớp mười hai | hoàn cảnh khó khăn | cán bộ | trang trại | cài đặt phần mềm`,
	review: `
nộp phạt giao thông | nộp tiền học cho con | nộp bài tập chưa | nộp hồ sơ cho công ty | nộp rồi | nộp rồi à
nộp xong rồi thì sao | nộp thế này có sao không | gửi xe ở đâu | gửi con cho bà | gửi lời hỏi thăm | gửi rồi mà
chưa gửi đâu | khoan nộp | để xem lại rồi nộp | mai nộp | đợi chồng về hẵng nộp | ai nộp | nộp cho ai
đồng ý cho con cưới | đồng ý kết hôn | xác nhận độc thân | xác nhận của xã | hoàn tất nghĩa vụ | hoàn thành lớp chín
xong việc đồng áng | xong rồi mẹ ơi ăn cơm | xong phim | đúng giờ ăn cơm | đúng là số khổ | hết rồi | hết gạo rồi
sửa xe xong chưa | sửa nhà | sửa soạn đi chơi | sửa tivi cho bố | đổi tiền lẻ | đổi ca trực | đổi gió
thay đổi thời tiết | chỉnh tề | sai giờ | sai lầm lớn | nhầm người rồi | nhầm nhà | lộn xộn quá | ghi sai đề
đọc truyện cho cháu | đọc báo | kiểm tra bài cũ | kiểm tra nồi cơm | soát vé | xem lại trận bóng | xem lại phim
câu trước mặt | câu cá trước nhà | bước lùi | lùi xe | quay lại nhìn xem | trở lại làm việc đi | về bên ngoại
dừng xe | hủy kèo | hủy vé tàu | thoát nước kém | thoát nghèo | trang chủ của báo | cán bộ phường
nộp đâu | nộp chưa | nộp gì | nộp hộ ai | ai nộp hộ | nộp tiền rồi | nộp nhé mẹ | mẹ nộp chưa
nộp hồ sơ chưa | nộp hồ sơ ở đâu | sao phải nộp hồ sơ | nộp hồ sơ này làm gì | không nộp hồ sơ | gửi đi đâu
gửi gì | gửi mẹ ít tiền | gửi cho con | gửi về quê | gửi qua zalo | gửi ảnh cho anh | xong | xong chưa
xong đâu | đúng | đúng không | đúng vậy | sai | sai chỗ nào | sai rồi | sai đâu | sửa gì | sửa ở đâu
sửa sao | có sửa được không | sửa xong chưa | không sửa nữa | đồng ý | đồng ý không | xác nhận
hoàn tất chưa | ai xác nhận | hủy làm gì | hủy không | hủy chưa | bỏ đâu | thoát được không | đọc chưa
đọc gì | đọc lại sao được | kiểm tra chưa | kiểm tra ai`,
	outbox: `
gửi tiền cho con | gửi xe đi ăn | gửi hàng qua bưu điện | gửi con đi học | gửi gắm cháu | gửi thư tay
gửi lại tiền thừa | gửi ngay ngắn | gửi bao nhiêu | gửi cho ai | gửi rồi | gửi rồi à | gửi chưa | đã gửi rồi
chưa gửi đâu nhé | đừng gửi lại | không gửi nữa | mai gửi | lát nữa gửi | tối gửi | để đó đã | có mạng chưa
mất mạng rồi | mạng yếu quá | thử áo mới | thử lại món này | thử thách | chuyển nhà | chuyển khoản cho con
chuyển kênh khác | chuyển trường | nộp tiền nước | nộp phạt | nộp rồi mà | hộp cơm | hộp quà | hộp sữa còn không
chờ mẹ | chờ lâu quá | đang chờ xe | còn chờ gì nữa | còn lại bao nhiêu tiền | còn kẹt xe | kẹt cứng rồi
có mấy cái bát | mấy cái này của ai | hồ sơ bệnh án | hồ sơ xin học | hồ sơ vụ án | mở quà đi | mở số máy này lên
số hai trần hưng đạo | anh hai về chưa | ba ơi | chị ba | xem hát | xem thêm phim đi | đọc báo cho bà | đọc hết cuốn truyện
tiếp nước | tiếp đi em ăn đi | nữa đi bà | cái khác ngon hơn
gửi đâu | gửi gì | gửi chưa đấy | gửi không được | gửi hoài không được | sao chưa gửi | sao gửi lâu thế
ai gửi | bao giờ gửi | gửi xong chưa | gửi xong rồi | gửi hết tiền | gửi cả nhà lời chào | gửi cho cô giáo
thử xem | thử đi | thử hỏi cô ấy | lại nữa | chuyển rồi | chuyển chưa | chuyển đi đâu | nộp đi đâu
nộp luôn tiền điện | có mạng | có mạng rồi | hết mạng | mạng mẽo gì | chờ | chờ chút mẹ ra | đang chờ
đang chờ con | còn không | mấy cái | cái nào | cái gì | hồ sơ nào | hồ sơ gì | hồ sơ đâu rồi | xóa đi
đừng xóa | hộp gì | hộp đựng | mở ra | mở đi con`,
	dossiers: `
hồ sơ vụ án | hồ sơ xin việc | hồ sơ bệnh án của ông | hồ sơ du học của cháu | hồ sơ này dày quá | bệnh tình đến đâu rồi
con học đến đâu rồi | xe đến đâu rồi | nhà xây đến đâu rồi | làm đến đâu rồi con | cơm chín chưa | xong chưa mẹ ơi
có kết quả thi chưa | kết quả xét nghiệm có chưa | kết quả bóng đá | kết quả ra sao trận tối qua | bao giờ cưới
bao giờ có lương | khi nào con về | chừng nào xong nhà | tình trạng sức khỏe của bà | tình trạng kẹt xe
tình hình thế nào rồi | kiểm tra sức khỏe | kiểm tra nồi cơm | tra từ điển | tra hạt cà phê | theo dõi con bé
tiến độ công trình | mở cửa ra | mở tủ lạnh | mở số điện thoại | số hai trần phú | số nhà mười hai | anh hai
chị tư ơi | ba ơi | cô ba bán bún | năm ngoái | sáu giờ rồi | hai đứa đi ngủ | mười ngàn | một mình
xem thêm phim | đọc thơ tiếp đi | còn tiền không | tiếp khách | đọc hết truyện đi bà | nộp bài chưa
thêm cơm nữa đi | cái khác đẹp hơn | trang phục | danh sách học sinh | danh sách mời cưới | gửi tiền
duyệt chi chưa | nhận lương chưa | nhận hàng chưa | trả tiền chưa | trả lời cô đi con
đến đâu rồi | tới đâu rồi con | đi đến đâu rồi | học hành đến đâu | xong rồi | xong chưa | có chưa
có gì chưa | kết quả đâu | kết quả gì | bao giờ xong nhà | chừng nào về | hồ sơ gì | hồ sơ nào
hồ sơ của ai | hồ sơ con trai tôi nộp trường | của ai đây | mã gì | mã số thuế | mã vùng | số mấy | số nào
tra gì | tra ở đâu | kiểm tra gì | kiểm tra bài | theo dõi ai | xem gì | xem phim | mở gì | nộp gì rồi
nộp cái gì | đã nộp tiền | nộp tiền chưa | duyệt rồi | duyệt ai | trả chưa | trả giấy chưa | lấy chưa
lấy ở đâu | hẹn hôm nào | hẹn ai | trễ rồi | trễ giờ | muộn rồi | gọi chưa | gọi ai | cán bộ nào
một hai ba | hai ba`,
	settings: `
đổi giọng rồi à con | đổi giọng rồi | đổi giọng khàn | giọng hay quá | giọng khàn đặc | giọng này của ai | đổi tiền lẻ
đổi gió cho khỏe | đổi ca với anh ba | chọn vợ chọn chồng | chọn rau cho ngon | chỉnh ti vi cho bà | chỉnh quạt nhỏ lại đi
cài cúc áo vào | cài cửa cẩn thận | cài then | mở nhạc to quá | mở đèn lên | mở cửa lớn ra | tăng lương | tăng giá
tăng tốc xe lên | tăng tiếng tăm | giảm cân | giảm giá | giảm tốc độ xe lại | hạ tiếng đàn | to con | to lớn | to như voi
lớn nhanh quá | nhỏ to tâm sự | nhỏ dại | nhỏ bé | nhỏ lệ | bé bỏng | bé nhà tôi | bé thôi nôi
nhanh lên con trễ học | chậm chân | chậm một phút | từ từ rồi đi | ồn ào phố xá | hơi mệt | hơi đói
hơi lớn tuổi | quá nhanh quá nguy hiểm | quá to chuyện | điếc không sợ súng | nhức đầu | dừng đèn đỏ | tắt quạt
tắt máy xe | tắt tiếng cười | im hơi | thoát hiểm | hủy hợp đồng | bỏ bê | về thôi | về đâu | trang bị
quay số trúng thưởng | trở mặt | mình về nhé | ba về | số một việt nam | gõ đầu trẻ | bàn phím cũ hỏng | nói nhiều quá
đổi gì | đổi chưa | đổi giọng nào | giọng ai | giọng nào hay | giọng nữ | nam hay nữ | chọn gì | chọn ai
chọn cái nào | to bao nhiêu | to chưa | to rồi | nhỏ rồi | nhỏ chưa | nhanh rồi | chậm rồi | nhanh chưa
vừa rồi | vừa đủ | tăng bao nhiêu | tăng cân | tăng rồi | giảm rồi | giảm bao nhiêu | tắt chưa | tắt rồi
tắt gì | tắt đi | bật lên | bật chưa | mở lên | mở to mắt ra | lớn giọng với ai | hạ giọng xuống nói chuyện
im cả lũ | im không | nín thở | về đi | về nhà | về quê | quay đi | quay mặt lại | trở lại bình thường
cài gì | cài đặt gì | cài chưa | xong | xong rồi | được | thôi | dừng mua | hủy kết bạn`,
};

describe('what is like an order', () => {
	it.each(screens)('is not done unasked on %s', (screen) => {
		const done = nearOrders[screen]
			.split(/[|\n]/)
			.map((said) => ({
				said: said.trim(),
				heard: interpret(said, screen, { searchScore: () => 0 }),
			}))
			.filter(({ heard }) => heard.command !== null && heard.command !== 'answer')
			.filter(({ heard }) => 'confidence' in heard && heard.confidence >= certain);
		expect(done).toEqual([]);
	});
});
