/** What officials shorten, one per line: `letters=words`. Read whatever stands around it. */
const list = `
ADN=a dê en nờ
AI=a i
AIDS=ết
ANQP=an ninh quốc phòng
ANTT=an ninh trật tự
ASEAN=a xê an
ATGT=an toàn giao thông
ATM=máy rút tiền tự động
ATTP=an toàn thực phẩm
ATVSLĐ=an toàn vệ sinh lao động
BCA=Bộ Công an
BCĐ=ban chỉ đạo
BCH=ban chấp hành
BCT=Bộ Công Thương
BĐS=bất động sản
BGDĐT=Bộ Giáo dục và Đào tạo
BGTVT=Bộ Giao thông vận tải
BH=bảo hiểm
BHTN=bảo hiểm thất nghiệp
BHTNLĐ=bảo hiểm tai nạn lao động
BHXH=bảo hiểm xã hội
BHXHVN=Bảo hiểm xã hội Việt Nam
BHYT=bảo hiểm y tế
BKHCN=Bộ Khoa học và Công nghệ
BKHĐT=Bộ Kế hoạch và Đầu tư
BKS=biển kiểm soát
BLDS=bộ luật dân sự
BLĐTBXH=Bộ Lao động, Thương binh và Xã hội
BLHS=bộ luật hình sự
BLLĐ=bộ luật lao động
BNG=Bộ Ngoại giao
BNN=bệnh nghề nghiệp
BNNMT=Bộ Nông nghiệp và Môi trường
BNNPTNT=Bộ Nông nghiệp và Phát triển nông thôn
BNV=Bộ Nội vụ
BPMC=bộ phận một cửa
BQL=ban quản lý
BQP=Bộ Quốc phòng
BS=bác sĩ
Bs=bác sĩ
BTC=Bộ Tài chính
BTNMT=Bộ Tài nguyên và Môi trường
BTP=Bộ Tư pháp
BTTTT=Bộ Thông tin và Truyền thông
BTXH=bảo trợ xã hội
BV=bệnh viện
BVHTTDL=Bộ Văn hóa, Thể thao và Du lịch
BVMT=bảo vệ môi trường
BVTV=bảo vệ thực vật
BXD=Bộ Xây dựng
BYT=Bộ Y tế
CA=công an
CAND=công an nhân dân
CBCC=cán bộ, công chức
CBCCVC=cán bộ, công chức, viên chức
CBVC=cán bộ, viên chức
CCCD=căn cước công dân
CCHN=chứng chỉ hành nghề
CCVC=công chức, viên chức
CHQS=chỉ huy quân sự
CHXHCN=cộng hòa xã hội chủ nghĩa
CKI=chuyên khoa một
CKII=chuyên khoa hai
CLB=câu lạc bộ
CMND=chứng minh nhân dân
CMT=chứng minh thư
CMTND=chứng minh thư nhân dân
CNCH=cứu nạn, cứu hộ
CNG=khí nén thiên nhiên
CNQSDĐ=chứng nhận quyền sử dụng đất
CNTT=công nghệ thông tin
CNVC=công nhân viên chức
CNXH=chủ nghĩa xã hội
COVID=cô vít
Covid=cô vít
CP=Chính phủ
CQĐD=cơ quan đại diện
CQT=cơ quan thuế
CSDL=cơ sở dữ liệu
CSDLHTĐT=cơ sở dữ liệu hộ tịch điện tử
CSDLQG=cơ sở dữ liệu quốc gia
CSDLQGVDC=cơ sở dữ liệu quốc gia về dân cư
CSGD=cơ sở giáo dục
CSGT=cảnh sát giao thông
CSKCB=cơ sở khám bệnh, chữa bệnh
CSSX=cơ sở sản xuất
CSYT=cơ sở y tế
CTCP=công ty cổ phần
CTĐC=công ty đại chúng
CTĐT=chương trình đào tạo
CTNH=chất thải nguy hại
CTR=chất thải rắn
CTXH=công tác xã hội
Cty=công ty
DN=doanh nghiệp
DNBH=doanh nghiệp bảo hiểm
DNCX=doanh nghiệp chế xuất
DNNN=doanh nghiệp nhà nước
DNNVV=doanh nghiệp nhỏ và vừa
DNTN=doanh nghiệp tư nhân
DNVVN=doanh nghiệp vừa và nhỏ
DQTV=dân quân tự vệ
DSPHSK=dưỡng sức, phục hồi sức khỏe
DTQG=dự trữ quốc gia
DTTS=dân tộc thiểu số
DVC=dịch vụ công
DVCQG=dịch vụ công quốc gia
DVCTT=dịch vụ công trực tuyến
ĐBQH=đại biểu Quốc hội
ĐDCN=định danh cá nhân
ĐH=đại học
ĐHQG=đại học quốc gia
ĐK=đăng ký
ĐKDN=đăng ký doanh nghiệp
ĐKHĐ=đăng ký hoạt động
ĐKKD=đăng ký kinh doanh
ĐKKH=đăng ký kết hôn
ĐKKS=đăng ký khai sinh
ĐKTT=đăng ký thường trú
ĐKXD=đăng ký xây dựng
ĐT=điện thoại
ĐTM=đánh giá tác động môi trường
ĐTNĐ=đường thủy nội địa
ĐVHC=đơn vị hành chính
EU=Liên minh châu Âu
EUR=ơ rô
GCN=giấy chứng nhận
GCNQSD=giấy chứng nhận quyền sử dụng
GCNQSDĐ=giấy chứng nhận quyền sử dụng đất
GCNQSH=giấy chứng nhận quyền sở hữu
GDĐT=giáo dục và đào tạo
GDMN=giáo dục mầm non
GDNN=giáo dục nghề nghiệp
GDP=giê dê pê
GDTX=giáo dục thường xuyên
GĐ=giám đốc
GKS=giấy khai sinh
GP=giấy phép
GPHĐ=giấy phép hoạt động
GPKD=giấy phép kinh doanh
GPLĐ=giấy phép lao động
GPLX=giấy phép lái xe
GPMB=giải phóng mặt bằng
GPXD=giấy phép xây dựng
GQVL=giải quyết việc làm
GS=giáo sư
GTGT=giá trị gia tăng
GTTT=giấy tờ tùy thân
GTVT=giao thông vận tải
GV=giáo viên
GXN=giấy xác nhận
GXNTTHN=giấy xác nhận tình trạng hôn nhân
HCC=hành chính công
HCM=Hồ Chí Minh
HCSN=hành chính sự nghiệp
HĐ=hợp đồng
HĐĐT=hóa đơn điện tử
HĐLĐ=hợp đồng lao động
HĐND=hội đồng nhân dân
HĐQT=hội đồng quản trị
HIV=hát i vê
HKTT=hộ khẩu thường trú
HKVN=hàng không Việt Nam
HLV=huấn luyện viên
HNGĐ=hôn nhân và gia đình
HS=hồ sơ
HSSV=học sinh, sinh viên
HTX=hợp tác xã
ICAO=i ca ô
ISO=i sô
IT=i tê
KBCB=khám bệnh, chữa bệnh
KBNN=kho bạc nhà nước
KCB=khám bệnh, chữa bệnh
KCN=khu công nghiệp
KCX=khu chế xuất
KDC=khu dân cư
KĐT=khu đô thị
KHCN=khoa học và công nghệ
KHĐT=kế hoạch và đầu tư
KHKT=khoa học kỹ thuật
KKT=khu kinh tế
KPCĐ=kinh phí công đoàn
KT=kinh tế
KTXH=kinh tế xã hội
LĐ=lao động
LĐTBXH=lao động, thương binh và xã hội
LHQ=Liên Hợp Quốc
LLTP=lý lịch tư pháp
LLVT=lực lượng vũ trang
LNG=khí thiên nhiên hóa lỏng
LPG=khí dầu mỏ hóa lỏng
LPTB=lệ phí trước bạ
LS=luật sư
MST=mã số thuế
MTTQ=Mặt trận Tổ quốc
MTTQVN=Mặt trận Tổ quốc Việt Nam
MTV=một thành viên
NCC=người có công
NCKH=nghiên cứu khoa học
NCT=người cao tuổi
NĐ=nghị định
NHCSXH=Ngân hàng Chính sách xã hội
NHNN=Ngân hàng Nhà nước
NHPT=Ngân hàng Phát triển
NHTM=ngân hàng thương mại
NK=nhập khẩu
NKT=người khuyết tật
NLĐ=người lao động
NNT=người nộp thuế
NOXH=nhà ở xã hội
NQ=nghị quyết
NSDLĐ=người sử dụng lao động
NSĐP=ngân sách địa phương
NSNN=ngân sách nhà nước
NSTW=ngân sách trung ương
NTM=nông thôn mới
NVQS=nghĩa vụ quân sự
NXB=nhà xuất bản
PCCC=phòng cháy, chữa cháy
PGS=phó giáo sư
PTDTNT=phổ thông dân tộc nội trú
PTNT=phát triển nông thôn
PTTGSH=phương tiện trợ giúp sinh hoạt
PTTH=phổ thông trung học
QCVN=quy chuẩn Việt Nam
QĐ=quyết định
QG=quốc gia
QH=Quốc hội
QLDA=quản lý dự án
QLĐĐ=quản lý đất đai
QLHC=quản lý hành chính
QLNN=quản lý nhà nước
QLXNC=quản lý xuất nhập cảnh
QNCN=quân nhân chuyên nghiệp
QPPL=quy phạm pháp luật
QSD=quyền sử dụng
QSDĐ=quyền sử dụng đất
QSH=quyền sở hữu
QSHNO=quyền sở hữu nhà ở
QSHNƠ=quyền sở hữu nhà ở
SARS=sát
SCN=sau công nguyên
SCT=Sở Công Thương
SDĐ=sử dụng đất
SDLĐ=sử dụng lao động
SĐT=số điện thoại
SGDĐT=Sở Giáo dục và Đào tạo
SHNO=sở hữu nhà ở
SHTT=sở hữu trí tuệ
SKSS=sức khỏe sinh sản
SL=số lượng
SNNMT=Sở Nông nghiệp và Môi trường
SNV=Sở Nội vụ
STC=Sở Tài chính
STK=số tài khoản
STP=Sở Tư pháp
STT=số thứ tự
SV=sinh viên
SVHTTDL=Sở Văn hóa, Thể thao và Du lịch
SXD=Sở Xây dựng
SXKD=sản xuất kinh doanh
SYT=Sở Y tế
TACN=thức ăn chăn nuôi
TAND=tòa án nhân dân
TANDTC=Tòa án nhân dân tối cao
TCKT=tài chính kế toán
TCN=trước công nguyên
TCTD=tổ chức tín dụng
TCVN=tiêu chuẩn Việt Nam
TDTT=thể dục thể thao
TĐC=tái định cư
THA=thi hành án
THADS=thi hành án dân sự
THCS=trung học cơ sở
THPT=trung học phổ thông
ThS=thạc sĩ
Ths=thạc sĩ
TKQ=trả kết quả
TMĐT=thương mại điện tử
TNBTCNN=trách nhiệm bồi thường của Nhà nước
TNCN=thu nhập cá nhân
TNDN=thu nhập doanh nghiệp
TNHH=trách nhiệm hữu hạn
TNLĐ=tai nạn lao động
TNMT=tài nguyên và môi trường
TNXP=thanh niên xung phong
TP=thành phố
Tp=thành phố
TPHCM=thành phố Hồ Chí Minh
TPHN=thành phố Hà Nội
TS=tiến sĩ
TSCĐ=tài sản cố định
TSGLVĐ=tài sản gắn liền với đất
TT=thông tư
TTATGT=trật tự an toàn giao thông
TTCN=tiểu thủ công nghiệp
TTĐT=thông tin điện tử
TTg=Thủ tướng Chính phủ
TTHC=thủ tục hành chính
TTHCC=trung tâm hành chính công
TTHN=tình trạng hôn nhân
TTLT=thông tư liên tịch
TTPVHCC=trung tâm phục vụ hành chính công
TTTT=thông tin và truyền thông
TTYT=trung tâm y tế
TVPL=tư vấn pháp luật
TW=trung ương
TX=thị xã
TƯ=trung ương
UB=ủy ban
UBCKNN=Ủy ban Chứng khoán Nhà nước
UBMTTQ=Ủy ban Mặt trận Tổ quốc
UBMTTQVN=Ủy ban Mặt trận Tổ quốc Việt Nam
UBND=ủy ban nhân dân
UBTVQH=Ủy ban Thường vụ Quốc hội
UNESCO=iu nét xcô
UNICEF=iu ni xép
USD=đô la Mỹ
VB=văn bản
VBHN=văn bản hợp nhất
VBPL=văn bản pháp luật
VBQPPL=văn bản quy phạm pháp luật
vv=vân vân
tp=thành phố
tx=thị xã
KM=ki lô mét
PVHCC=phục vụ hành chính công
Đt=điện thoại
đt=điện thoại
IELTS=ai eo
TOEFL=tô phồ
TOEIC=tô ích
VĐV=vận động viên
VHTTDL=văn hóa, thể thao và du lịch
VietGAP=Việt gáp
VKS=viện kiểm sát
VKSND=viện kiểm sát nhân dân
VKSNDTC=Viện kiểm sát nhân dân tối cao
VLXD=vật liệu xây dựng
VN=Việt Nam
VND=đồng
VNĐ=đồng
VNeID=vê nờ e i dê
VNEID=vê nờ e i dê
VneID=vê nờ e i dê
VNPT=vê en nờ pê tê
VPCC=văn phòng công chứng
VPCP=Văn phòng Chính phủ
VPĐD=văn phòng đại diện
VPĐK=văn phòng đăng ký
VPĐKĐĐ=văn phòng đăng ký đất đai
VPHC=vi phạm hành chính
VPUBND=văn phòng ủy ban nhân dân
VSATTP=vệ sinh an toàn thực phẩm
VSIP=vi síp
VssID=vê ét ét i dê
VSSID=vê ét ét i dê
WB=Ngân hàng Thế giới
WHO=Tổ chức Y tế Thế giới
WTO=Tổ chức Thương mại Thế giới
XD=xây dựng
XHCN=xã hội chủ nghĩa
XK=xuất khẩu
XKLĐ=xuất khẩu lao động
XNC=xuất nhập cảnh
XNK=xuất nhập khẩu
XNTTHN=xác nhận tình trạng hôn nhân
YCĐK=yêu cầu, điều kiện
`;

const table = (text: string): ReadonlyMap<string, string> =>
	new Map(
		text
			.trim()
			.split('\n')
			.map((line) => line.split('=') as [string, string]),
	);

export const abbreviations = table(list);

/** Shortened names of offices and the like, written with or without "&", "-", "," or "và" in them: "GD&ĐT", "LĐ-TB&XH", "NN và MT". */
export const joinedAbbreviations = table(`
BHTNLĐBNN=bảo hiểm tai nạn lao động, bệnh nghề nghiệp
CBCC=cán bộ, công chức
CBCCVC=cán bộ, công chức, viên chức
CNTTCN=công nghiệp, tiểu thủ công nghiệp
CNTTTT=công nghệ thông tin, truyền thông
DSKHHGĐ=dân số, kế hoạch hóa gia đình
DTTG=dân tộc và tôn giáo
GDĐT=giáo dục và đào tạo
GDNNGDTX=giáo dục nghề nghiệp, giáo dục thường xuyên
HNGĐ=hôn nhân và gia đình
ISOIEC=i sô i e xê
HIVAIDS=hát i vê ết
KHCN=khoa học và công nghệ
KHĐT=kế hoạch và đầu tư
KHKT=khoa học kỹ thuật
KHTC=kế hoạch, tài chính
KTHT=kinh tế và hạ tầng
KTKT=kinh tế kỹ thuật
KTXH=kinh tế xã hội
LĐTBXH=lao động, thương binh và xã hội
NNMT=nông nghiệp và môi trường
NNPTNT=nông nghiệp và phát triển nông thôn
PCCCCNCH=phòng cháy, chữa cháy và cứu nạn, cứu hộ
QLĐT=quản lý đô thị
TCKH=tài chính, kế hoạch
TCKT=tài chính kế toán
TKVV=tiết kiệm và vay vốn
TNLĐBNN=tai nạn lao động, bệnh nghề nghiệp
TNMT=tài nguyên và môi trường
TTTT=thông tin và truyền thông
TNTKQ=tiếp nhận và trả kết quả
TNHSTKQ=tiếp nhận hồ sơ và trả kết quả
BPTNTKQ=bộ phận tiếp nhận và trả kết quả
VHTT=văn hóa và thông tin
VHTTDL=văn hóa, thể thao và du lịch
VHXH=văn hóa, xã hội
XDCB=xây dựng cơ bản
`);

interface ContextualAbbreviation {
	readonly words: string;
	/** what must have been said right before */
	readonly before?: RegExp;
	/** what must be written right after */
	readonly after?: RegExp;
}

const office = /(?:^| )(?:bộ|sở|phòng|ngành|ban)$/;
const atOffice = (words: string): ContextualAbbreviation => ({ words, before: office });

/** What the same letters mean beside certain words; the first that fits is taken before the table above. */
export const contextualAbbreviations: ReadonlyMap<string, readonly ContextualAbbreviation[]> =
	new Map([
		['TP', [atOffice('tư pháp')]],
		['TC', [atOffice('tài chính')]],
		['NV', [atOffice('nội vụ')]],
		['CT', [atOffice('công thương')]],
		['YT', [atOffice('y tế')]],
		['NG', [atOffice('ngoại giao')]],
		['QP', [atOffice('quốc phòng')]],
		['NN', [atOffice('nông nghiệp')]],
		['KH', [atOffice('kế hoạch')]],
		['DL', [atOffice('du lịch')]],
		['CP', [{ words: 'cổ phần', before: /(?:công ty|vốn|tập đoàn|sở hữu)$/ }]],
		['HS', [{ words: 'hát ét', before: /(?:^| )mã(?: số)?$/ }]],
		[
			'CN',
			[
				{ words: 'công nghiệp', before: /(?:^| )(?:bộ|khu|cụm|ngành)$/ },
				{ words: 'chứng nhận', after: /^ QS/ },
			],
		],
		['ĐT', [{ words: 'đường tỉnh', after: /^[.\s]?\d{3}[A-Z]?(?![\d.]|\s\d)/ }]],
		['QL', [{ words: 'quốc lộ', after: /^[.\s]?\d/ }]],
		['TL', [{ words: 'tỉnh lộ', after: /^[.\s]?\d/ }]],
		['HL', [{ words: 'hương lộ', after: /^[.\s]?\d/ }]],
		['KP', [{ words: 'khu phố', after: /^\.?\s?(?:\d|\p{Lu}\p{Ll})/u }]],
		['PL', [{ words: 'phụ lục', after: /^\.?\s?(?:\d|[IVX]{1,5}(?!\p{L}))/u }]],
		['KV', [{ words: 'khu vực', after: /^\.?\s?(?:\d|[IVX]{1,5}(?!\p{L}))/u }]],
		['NĐ', [{ words: 'nghị định', after: /^[\s-]/ }]],
	]);

/** The same words in small letters, as people type them ("ubnd", "tthc"); from three letters on, to keep clear of syllables. */
export const typedAbbreviations: ReadonlyMap<string, string> = new Map(
	[...abbreviations]
		.filter(([key]) => key.length >= 3)
		.map(([key, words]) => [key.toLowerCase(), words]),
);
