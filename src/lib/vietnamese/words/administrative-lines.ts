/** Lines as they stand in the descriptions of procedures, with what a good clerk reads: `written | said`. For tests only. */
export const administrativeLines = `
Lệ phí: 8.000 đồng/bản sao. | Lệ phí: tám nghìn đồng một bản sao.
Phí: 50.000đ/lần cấp | Phí: năm mươi nghìn đồng một lần cấp
20,000 đồng/trường hợp | hai mươi nghìn đồng một trường hợp
Lệ phí 10,000 đồng | Lệ phí mười nghìn đồng
1,200,000 đồng/hồ sơ | một triệu hai trăm nghìn đồng một hồ sơ
Mức thu: 1.500.000 VNĐ | Mức thu: một triệu năm trăm nghìn đồng
Phí thẩm định: 1,5 triệu đồng/hồ sơ | Phí thẩm định: một phẩy năm triệu đồng một hồ sơ
200.000 đ/giấy phép | hai trăm nghìn đồng một giấy phép
Lệ phí cấp hộ chiếu: 200.000 đồng/quyển | Lệ phí cấp hộ chiếu: hai trăm nghìn đồng một quyển
Nộp trực tuyến giảm 50% lệ phí | Nộp trực tuyến giảm năm mươi phần trăm lệ phí
Thu phí từ 15.000 đ đến 30.000 đ | Thu phí từ mười lăm nghìn đồng đến ba mươi nghìn đồng
Phí: 100.000 - 300.000 đồng | Phí: một trăm nghìn đến ba trăm nghìn đồng
30 USD/người | ba mươi đô la Mỹ một người
Lệ phí thị thực: 25 USD/chiếc | Lệ phí thị thực: hai mươi lăm đô la Mỹ một chiếc
Mức phạt 500k | Mức phạt năm trăm nghìn
Miễn lệ phí (0 đồng) | Miễn lệ phí, không đồng
Phí công chứng: 10.000 đ/trang, từ trang thứ 3 là 5.000 đ/trang | Phí công chứng: mười nghìn đồng một trang, từ trang thứ ba là năm nghìn đồng một trang
Học phí 2tr5/tháng | Học phí hai triệu năm trăm nghìn một tháng
Vốn điều lệ từ 15 tỷ đồng trở lên | Vốn điều lệ từ mười lăm tỷ đồng trở lên
Ký quỹ 2.000.000.000 đồng (hai tỷ đồng) | Ký quỹ hai tỷ đồng
0,5% giá trị tài sản | không phẩy năm phần trăm giá trị tài sản
Lãi suất 6,6%/năm | Lãi suất sáu phẩy sáu phần trăm một năm
Lệ phí trước bạ 2% | Lệ phí trước bạ hai phần trăm
Phí thuê bao 5.000 đồng/km2 | Phí thuê bao năm nghìn đồng một ki lô mét vuông
1.000 đồng/m3 nước | một nghìn đồng một mét khối nước
Giá điện 3.000 đ/kWh | Giá điện ba nghìn đồng một ki lô oát giờ
40.000 đồng/lần/người | bốn mươi nghìn đồng một lần một người
450.000 đồng/01 giấy chứng nhận | bốn trăm năm mươi nghìn đồng một giấy chứng nhận
Mức hỗ trợ 1.000.000 đồng/tháng/người | Mức hỗ trợ một triệu đồng một tháng một người
100.000đ/1.000m2 | một trăm nghìn đồng mỗi một nghìn mét vuông
Thời hạn giải quyết: 05 ngày làm việc | Thời hạn giải quyết: năm ngày làm việc
Trong 03 (ba) ngày làm việc | Trong ba ngày làm việc
Không quá 15 (mười lăm) ngày | Không quá mười lăm ngày
15–20 ngày | mười lăm đến hai mươi ngày
Từ 03 - 05 ngày làm việc | Từ ba đến năm ngày làm việc
10 ngày (240 giờ) | mười ngày, hai trăm bốn mươi giờ
Trong thời hạn 1/2 ngày làm việc | Trong thời hạn một phần hai ngày làm việc
08 giờ làm việc | tám giờ làm việc
24 giờ kể từ khi nhận đủ hồ sơ | hai mươi tư giờ kể từ khi nhận đủ hồ sơ
Chậm nhất 21 ngày | Chậm nhất hai mươi mốt ngày
sau 60 (sáu mươi) ngày kể từ ngày 01/7/2025 | sau sáu mươi ngày kể từ ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm
Giờ làm việc: từ 7h30 đến 11h30 và từ 13h30 đến 17h00 | Giờ làm việc: từ bảy giờ ba mươi phút đến mười một giờ ba mươi phút và từ mười ba giờ ba mươi phút đến mười bảy giờ
Sáng: 7h30 - 11h30; chiều: 13h - 16h30 | Sáng: bảy giờ ba mươi phút đến mười một giờ ba mươi phút; chiều: mười ba giờ đến mười sáu giờ ba mươi phút
từ thứ 2 đến thứ 6 hằng tuần | từ thứ hai đến thứ sáu hằng tuần
Thứ 7: 7:30 - 11:30 | Thứ bảy: bảy giờ ba mươi phút đến mười một giờ ba mươi phút
T2 - T6, trừ T7, CN và ngày lễ | thứ hai đến thứ sáu, trừ thứ bảy, chủ nhật và ngày lễ
phục vụ 24/7 | phục vụ hai mươi tư trên bảy
hỗ trợ 24/24 giờ | hỗ trợ hai mươi tư trên hai mươi tư giờ
trước 10 giờ 30 phút | trước mười giờ ba mươi phút
ngày 30/4 và 01/5 | ngày ba mươi tháng tư và ngày một tháng năm
nghỉ lễ 2/9 | nghỉ lễ ngày hai tháng chín
Hà Nội, ngày 15 tháng 4 năm 2024 | Hà Nội, ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi tư
có hiệu lực từ 1/7/2025 | có hiệu lực từ ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm
đến hết ngày 31-12-2026 | đến hết ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu
sinh ngày 5.9.1998 | sinh ngày năm tháng chín năm một nghìn chín trăm chín mươi tám
quý IV/2025 | quý tư năm hai nghìn không trăm hai mươi lăm
Quý I năm 2026 | Quý một năm hai nghìn không trăm hai mươi sáu
6 tháng đầu năm 2025 | sáu tháng đầu năm hai nghìn không trăm hai mươi lăm
giai đoạn 2021 - 2025 | giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm
năm học 2024-2025 | năm học hai nghìn không trăm hai mươi tư đến hai nghìn không trăm hai mươi lăm
từ tháng 01/2026 | từ tháng một năm hai nghìn không trăm hai mươi sáu
kỳ tính thuế tháng 4/2025 | kỳ tính thuế tháng tư năm hai nghìn không trăm hai mươi lăm
trước ngày 20 hằng tháng | trước ngày hai mươi hằng tháng
Đơn đề nghị (01 bản chính) | Đơn đề nghị, một bản chính
01 bản chính/bản sao | một bản chính hoặc bản sao
01 bộ hồ sơ | một bộ hồ sơ
02 ảnh 4x6 cm nền trắng | hai ảnh bốn nhân sáu xăng ti mét nền trắng
02 ảnh cỡ 3x4cm | hai ảnh cỡ ba nhân bốn xăng ti mét
Số lượng: 01 bộ (gốc + bản sao) | Số lượng: một bộ, gốc, bản sao
- Tờ khai theo mẫu; | Tờ khai theo mẫu;
+ Giấy chứng sinh (bản chính) | Giấy chứng sinh, bản chính
a) Bản sao giấy tờ tùy thân; | a, Bản sao giấy tờ tùy thân;
đ) Giấy ủy quyền. | đê, Giấy ủy quyền.
1. Thành phần hồ sơ: | một. Thành phần hồ sơ:
2.1. Đối với cá nhân | hai chấm một. Đối với cá nhân
1.10. Trường hợp khác | một chấm mười. Trường hợp khác
I. Trình tự thực hiện | một. Trình tự thực hiện
IV. YÊU CẦU, ĐIỀU KIỆN | bốn. yêu cầu, điều kiện
Bước 1: Nộp hồ sơ tại Bộ phận Một cửa | Bước một: Nộp hồ sơ tại Bộ phận Một cửa
(1) Người yêu cầu nộp hồ sơ; | một, Người yêu cầu nộp hồ sơ;
cha/mẹ hoặc người giám hộ | cha hoặc mẹ hoặc người giám hộ
cá nhân và/hoặc tổ chức | cá nhân và hoặc tổ chức
CMND/CCCD/hộ chiếu còn hạn | chứng minh nhân dân hoặc căn cước công dân hoặc hộ chiếu còn hạn
Giấy CN ĐKKD | Giấy xê en nờ đăng ký kinh doanh
bản sao GCN QSDĐ | bản sao giấy chứng nhận quyền sử dụng đất
Sổ HKTT hoặc KT3 | Sổ hộ khẩu thường trú hoặc ca tê ba
Thẻ BHYT, sổ BHXH | Thẻ bảo hiểm y tế, sổ bảo hiểm xã hội
GPLX hạng A1, B2 | giấy phép lái xe hạng a một, bê hai
GPLX hạng C1 hoặc CE | giấy phép lái xe hạng xê một hoặc xê e
Nộp tại UBND cấp xã | Nộp tại ủy ban nhân dân cấp xã
HĐND, UBND tỉnh | hội đồng nhân dân, ủy ban nhân dân tỉnh
Trung tâm Phục vụ HCC tỉnh | Trung tâm Phục vụ hành chính công tỉnh
Cổng DVCQG | Cổng dịch vụ công quốc gia
qua ứng dụng VNeID mức độ 2 | qua ứng dụng vê nờ e i dê mức độ hai
CSDL quốc gia về dân cư | cơ sở dữ liệu quốc gia về dân cư
tài khoản định danh VNeID | tài khoản định danh vê nờ e i dê
các TTHC lĩnh vực hộ tịch | các thủ tục hành chính lĩnh vực hộ tịch
Công ty TNHH một thành viên | Công ty trách nhiệm hữu hạn một thành viên
Công ty CP, DNTN, HTX | Công ty cổ phần, doanh nghiệp tư nhân, hợp tác xã
Sở KH&ĐT, Sở TN&MT | Sở kế hoạch và đầu tư, Sở tài nguyên và môi trường
Phòng LĐ-TB&XH | Phòng lao động, thương binh và xã hội
Phòng GD&ĐT | Phòng giáo dục và đào tạo
Sở NN và MT | Sở nông nghiệp và môi trường
Sở VHTTDL | Sở văn hóa, thể thao và du lịch
Bộ KH&CN | Bộ khoa học và công nghệ
PCCC và CNCH | phòng cháy, chữa cháy và cứu nạn, cứu hộ
điều kiện ATTP | điều kiện an toàn thực phẩm
báo cáo ĐTM | báo cáo đánh giá tác động môi trường
trường THCS và THPT | trường trung học cơ sở và trung học phổ thông
hoạt động KCB | hoạt động khám bệnh, chữa bệnh
thuế GTGT, TNCN, TNDN | thuế giá trị gia tăng, thu nhập cá nhân, thu nhập doanh nghiệp
xét nghiệm HIV/AIDS | xét nghiệm hát i vê ết
Nghị định số 123/2015/NĐ-CP | Nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm của Chính phủ
Thông tư số 04/2020/TT-BTP | Thông tư số không bốn năm hai nghìn không trăm hai mươi của Bộ Tư pháp
Thông tư 12/2025/TT-BXD | Thông tư số mười hai năm hai nghìn không trăm hai mươi lăm của Bộ Xây dựng
Luật Hộ tịch số 60/2014/QH13 | Luật Hộ tịch số sáu mươi năm hai nghìn không trăm mười bốn của Quốc hội khóa mười ba
Nghị quyết số 66/2025/NQ-CP | Nghị quyết số sáu mươi sáu năm hai nghìn không trăm hai mươi lăm của Chính phủ
Quyết định số 1872/QĐ-BTP | Quyết định số một nghìn tám trăm bảy mươi hai của Bộ Tư pháp
Quyết định số 23/2021/QĐ-TTg | Quyết định số hai mươi ba năm hai nghìn không trăm hai mươi mốt của Thủ tướng Chính phủ
Chỉ thị số 05/CT-TTg | Chỉ thị số không năm của Thủ tướng Chính phủ
Thông tư liên tịch số 02/2014/TTLT-BTC-BTP | Thông tư liên tịch số không hai năm hai nghìn không trăm mười bốn của Bộ Tài chính và Bộ Tư pháp
Nghị định 87/2020/NĐ-CP ngày 28/7/2020 của Chính phủ | Nghị định số tám mươi bảy năm hai nghìn không trăm hai mươi ngày hai mươi tám tháng bảy năm hai nghìn không trăm hai mươi của Chính phủ
Nghị quyết số 12/2021/NQ-HĐND | Nghị quyết số mười hai năm hai nghìn không trăm hai mươi mốt của Hội đồng nhân dân
Nghị quyết số 18-NQ/TW | Nghị quyết số mười tám của Trung ương
Pháp lệnh số 02/2020/UBTVQH14 | Pháp lệnh số không hai năm hai nghìn không trăm hai mươi của Ủy ban Thường vụ Quốc hội khóa mười bốn
điểm a khoản 2 Điều 5 | điểm a khoản hai Điều năm
điểm b, c khoản 1 Điều 14 | điểm bê, xê khoản một Điều mười bốn
khoản 3, 4 và 5 Điều 27 | khoản ba, bốn và năm Điều hai mươi bảy
các Điều 21, 22 | các Điều hai mươi mốt, hai mươi hai
Khoản 5,6,7 Điều 32 | Khoản năm, sáu, bảy Điều ba mươi hai
khoản 1,2 Điều 5 | khoản một, hai Điều năm
Điều 12,13 và 14 | Điều mười hai, mười ba và mười bốn
điểm 1,2 khoản 4 | điểm một, hai khoản bốn
đạt điểm 7,5 | đạt điểm bảy phẩy năm
mục 1,5 triệu đồng | mục một phẩy năm triệu đồng
Điều 12a Nghị định này | Điều mười hai a Nghị định này
Mục 2 Chương III | Mục hai Chương ba
Phần II, Mục 3 | Phần hai, Mục ba
Phụ lục IV ban hành kèm theo | Phụ lục bốn ban hành kèm theo
Phụ lục IIA | Phụ lục hai a
Phụ lục I.3 | Phụ lục một chấm ba
Phụ lục số 02 | Phụ lục số không hai
Mẫu số 01 | Mẫu số không một
Mẫu số 12 | Mẫu số mười hai
Mẫu số 01/ĐKKS | Mẫu số không một đê ca ca ét
mẫu số 05a/ĐK | mẫu số không năm a đê ca
Tờ khai mẫu CT01 | Tờ khai mẫu xê tê không một
Phiếu đề nghị mẫu DC02 | Phiếu đề nghị mẫu dê xê không hai
mẫu TK01-TS | mẫu tê ca không một tê ét
mẫu số 01/TB-SSĐT | mẫu số không một tê bê ét ét đê tê
Tờ khai NA1 | Tờ khai en nờ a một
mẫu M01a | mẫu em mờ không một a
Biểu số 03-TKĐĐ | Biểu số không ba tê ca đê đê
Mã thủ tục: 1.001193 | Mã thủ tục: một chấm không không một, một chín ba
mã 2.000635.000.00.00.H26 | mã hai chấm không không không, sáu ba năm chấm không không không chấm không không chấm không không hát hai sáu
Mã hồ sơ: H29.12-250715-0003 | Mã hồ sơ: hát hai chín một hai, hai năm không bảy một năm, không không không ba
Số định danh: 079203001234 | Số định danh: không bảy chín, hai không ba, không không một, hai ba bốn
CCCD số 001 195 003 456 | căn cước công dân số không không một, một chín năm, không không ba, bốn năm sáu
CMND số 024123456 | chứng minh nhân dân số không hai bốn, một hai ba, bốn năm sáu
Mã số thuế: 0301234567 | Mã số thuế: không ba không một, hai ba bốn, năm sáu bảy
Hotline: 1900 1009 | Hotline: một chín không không, một không không chín
Tổng đài 18001096 | Tổng đài một tám không không, một không chín sáu
Điện thoại: 0912.345.678 | Điện thoại: không chín một hai, ba bốn năm, sáu bảy tám
ĐT: (024) 3825 1234 | điện thoại: không hai bốn, ba tám hai năm, một hai ba bốn
SĐT 0987 654 321 | số điện thoại không chín tám bảy, sáu năm bốn, ba hai một
Gọi 113 hoặc 114 | Gọi một một ba hoặc một trăm mười bốn
đường dây nóng 1022 | đường dây nóng một không hai hai
Biển số 29A-123.45 | Biển số hai chín a, một hai ba bốn năm
Địa chỉ: số 58-60 Trần Phú, P. Ba Đình, Hà Nội | Địa chỉ: số năm mươi tám đến sáu mươi Trần Phú, phường Ba Đình, Hà Nội
86 Lê Thánh Tôn, P. Sài Gòn, TP. Hồ Chí Minh | tám mươi sáu Lê Thánh Tôn, phường Sài Gòn, thành phố Hồ Chí Minh
TP.HCM | thành phố Hồ Chí Minh
P.5, Q.3, TP.HCM | phường năm, quận ba, thành phố Hồ Chí Minh
P. Tổ chức - Hành chính | phòng Tổ chức, Hành chính
Phòng 205, tầng 2, nhà A3 | Phòng hai trăm linh năm, tầng hai, nhà a ba
số 12/5 Nguyễn Trãi | số mười hai xẹt năm Nguyễn Trãi
123A Lê Lợi, KP 3 | một trăm hai mươi ba a Lê Lợi, khu phố ba
Quốc lộ 1A, thôn 4 | Quốc lộ một a, thôn bốn
KCN Tân Tạo | khu công nghiệp Tân Tạo
email: motcua@danang.gov.vn | email: motcua a còng danang chấm gov chấm vê en nờ
truy cập https://dichvucong.gov.vn | truy cập dichvucong chấm gov chấm vê en nờ
tra cứu tại https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html | tra cứu tại dichvucong chấm gov chấm vê en nờ có đường dẫn
diện tích 1.200 m2 | diện tích một nghìn hai trăm mét vuông
diện tích tối thiểu 36m² | diện tích tối thiểu ba mươi sáu mét vuông
rừng 5 ha | rừng năm héc ta
1,5 ha đất lúa | một phẩy năm héc ta đất lúa
tải trọng trên 3,5 tấn | tải trọng trên ba phẩy năm tấn
tốc độ 50 km/h | tốc độ năm mươi ki lô mét trên giờ
bán kính 10km | bán kính mười ki lô mét
khoảng cách 500 m | khoảng cách năm trăm mét
công suất 100 kW | công suất một trăm ki lô oát
dung tích dưới 50 cm3 | dung tích dưới năm mươi xăng ti mét khối
nhiệt độ 2-8°C | nhiệt độ hai đến tám độ xê
bảo quản ở -20°C | bảo quản ở âm hai mươi độ xê
tối đa 5 MB | tối đa năm mê ga bai
độ phân giải 300 dpi | độ phân giải ba trăm dê pê i
khổ A4 | khổ a bốn
tỷ lệ 1/500 | tỷ lệ một phần năm trăm
bản đồ tỷ lệ 1/2000 | bản đồ tỷ lệ một phần hai nghìn
2/3 số thành viên | hai phần ba số thành viên
tỷ lệ thương tật từ 61% trở lên | tỷ lệ thương tật từ sáu mươi mốt phần trăm trở lên
thương binh hạng 1/4 | thương binh hạng một trên bốn
bậc thợ 3/7 | bậc thợ ba trên bảy
người từ 16 tuổi trở lên | người từ mười sáu tuổi trở lên
≥ 18 tuổi | lớn hơn hoặc bằng mười tám tuổi
công trình cấp II, cấp III | công trình cấp hai, cấp ba
hạng I, II và III | hạng một, hai và ba
lớp 12, khóa XV | lớp mười hai, khóa mười lăm
thế kỷ XXI | thế kỷ hai mươi mốt
con thứ 3 | con thứ ba
lần thứ 4 | lần thứ tư
cấp lần 2 | cấp lần hai
nhóm B, loại C | nhóm bê, loại xê
QCVN 01:2021/BXD | quy chuẩn Việt Nam không một năm hai nghìn không trăm hai mươi mốt của Bộ Xây dựng
TCVN ISO 9001:2015 | tiêu chuẩn Việt Nam i sô chín nghìn không trăm linh một năm hai nghìn không trăm mười lăm
Đề án 06 | Đề án không sáu
V/v cấp giấy phép | về việc cấp giấy phép
học bạ, bằng tốt nghiệp, v.v. | học bạ, bằng tốt nghiệp, vân vân.
KT. CHỦ TỊCH | ký thay chủ tịch
TM. ỦY BAN NHÂN DÂN | thay mặt ủy ban nhân dân
ThS. Lê Văn Hòa | thạc sĩ Lê Văn Hòa
BCH TƯ Đảng | ban chấp hành trung ương Đảng
chế độ TNLĐ-BNN | chế độ tai nạn lao động, bệnh nghề nghiệp
Ban QLDA | Ban quản lý dự án
Tổ TK&VV | Tổ tiết kiệm và vay vốn
C/O mẫu D | xê o mẫu dê
mã HS 8703 | mã hát ét tám bảy không ba
(nếu có) | nếu có
Không quy định | Không quy định
`
	.trim()
	.split('\n')
	.map((line) => line.split(' | ') as [written: string, said: string]);
