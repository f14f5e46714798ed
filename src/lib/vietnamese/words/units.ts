/** `letters=words` a line, and sometimes a third part. */
const lines = (text: string) =>
	text
		.trim()
		.split('\n')
		.map((line) => line.split('=') as [string, string, string?]);
const table = (text: string): ReadonlyMap<string, string> =>
	new Map(lines(text).map(([key, words]) => [key, words]));

/** Prefixes by the letters they are written with; which units take which is said beside the unit. */
const prefixes: Readonly<Record<string, string>> = {
	T: 'tê ra',
	t: 'tê ra',
	G: 'gi ga',
	g: 'gi ga',
	M: 'mê ga',
	k: 'ki lô',
	K: 'ki lô',
	h: 'héc tô',
	d: 'đề xi',
	c: 'xăng ti',
	C: 'xăng ti',
	m: 'mi li',
	μ: 'mi cờ rô',
	n: 'na nô',
	p: 'pi cô',
};

/** Unit, its words, the prefixes it is met with (none where empty). */
const metric = `
m=mét=kKhdcmμnp
M=mét=KC
m2=mét vuông=kKdcm
M2=mét vuông=K
m3=mét khối=kdcm
M3=mét khối=
g=gam=kKmμn
G=gam=K
l=lít=hdcmμ
L=lít=hmc
V=vôn=kKMm
v=vôn=kKMm
W=oát=kKMGTm
w=oát=kKMm
Wh=oát giờ=kKMG
wh=oát giờ=kM
Wp=oát=kM
WP=oát=KM
VA=vôn am pe=kKM
Hz=héc=kKMGT
hz=héc=kKMGgm
HZ=héc=KMG
Ah=am pe giờ=m
A=am pe=mk
Pa=pascal=khMG
pa=pascal=khM
PA=pascal=KM
J=giun=kM
N=niu tơn=kM
N/m2=niu tơn trên mét vuông=kM
B=bai=kKMGT
b=bai=kKMGTmgt
bps=bit trên giây=kKMGm
bit=bit=kMG
s=giây=mμn
Ω=ôm=kM
cal=calo=k
mol=mol=m
eV=e lếch trông vôn=kM
bar=bar=m
dB=đề xi ben=
Sv=si vớt=mμ
Bq=bếch cơ ren=kM
lm=lu men=
lux=lux=
`;

/** After a number only, attached or after one space: units with no prefix, and names with a sound of their own. */
const others = `
inch=inch
in=inch
ft=foot
mi=mile
yd=yard
oz=ao xơ
lb=pao
lbs=pao
ha=héc ta
HA=héc ta
Ha=héc ta
sqm=mét vuông
cum=mét khối
gr=gam
mcg=mi cờ rô gam
ug=mi cờ rô gam
lít=lít
cc=xê xê
ppm=phần triệu
ppb=phần tỷ
mb=mê ga bai
mhz=mê ga héc
mbps=mê ga bit trên giây
dpi=dê pê i
rpm=vòng trên phút
fps=khung hình trên giây
GT=giê tê
HP=mã lực
hp=mã lực
CV=mã lực
atm=át mốt phe
psi=pê ét i
rad=radian
μ=mi cờ rô mét
°C=độ xê
°c=độ xê
°F=độ ép
°f=độ ép
°K=độ ca
°k=độ ca
°N=độ bắc
°S=độ nam
°E=độ đông
°W=độ tây
°=độ
oC=độ xê
0C=độ xê
p=phút
ph=phút
min=phút
h=giờ
`;

const multiples = lines(metric).flatMap(([unit, words, taken = '']): [string, string][] => [
	[unit, words],
	...Array.from(taken, (prefix): [string, string] => [
		prefix + unit,
		`${prefixes[prefix] ?? ''} ${words}`,
	]),
]);
/** "5A" is a house or a class more often than a current, "5M" is five million, "5B" is no byte. */
const neverAlone = new Set(['A', 'M', 'G', 'B', 'b', 'Wp', 'WP', 'PA', 'N']);
const units: ReadonlyMap<string, string> = new Map([
	...multiples.filter(([unit]) => !neverAlone.has(unit)),
	...table(others),
]);

/** What stands after the slash of "km/h"; a longer list than `units`, since it is only looked at there. */
const perUnits = table(`
h=giờ
H=giờ
s=giây
s2=giây bình phương
giờ=giờ
giây=giây
phút=phút
ngày=ngày
ngđ=ngày đêm
min=phút
d=ngày
gallon=gallon
lít=lít
tấn=tấn
mẫu=mẫu
sào=sào
`);

const currencies = table(`
Việt Nam đồng=đồng
Việt Nam Đồng=đồng
đồng Việt Nam=đồng
đồng=đồng
Đồng=đồng
ĐỒNG=đồng
VNĐ=đồng
VND=đồng
vnđ=đồng
vnd=đồng
Vnđ=đồng
Vnd=đồng
đ=đồng
Đ=đồng
₫=đồng
USD=đô la Mỹ
usd=đô la Mỹ
US$=đô la Mỹ
U$=đô la Mỹ
$=đô la
¢=xu
cent=xu
cents=xu
EUR=ơ rô
eur=ơ rô
€=ơ rô
Euro=ơ rô
euro=ơ rô
£=bảng Anh
GBP=bảng Anh
gbp=bảng Anh
¥=yên
JPY=yên Nhật
jpy=yên Nhật
CNY=nhân dân tệ
cny=nhân dân tệ
RMB=nhân dân tệ
NDT=nhân dân tệ
₩=won
KRW=won Hàn Quốc
krw=won Hàn Quốc
₹=ru pi
INR=ru pi Ấn Độ
฿=bạt
THB=bạt Thái Lan
thb=bạt Thái Lan
LAK=kíp Lào
KHR=riên Campuchia
CHF=phrăng Thụy Sĩ
chf=phrăng Thụy Sĩ
RUB=rúp Nga
SGD=đô la Singapore
sgd=đô la Singapore
AUD=đô la Úc
aud=đô la Úc
CAD=đô la Canada
cad=đô la Canada
NZD=đô la New Zealand
nzd=đô la New Zealand
HKD=đô la Hồng Kông
hkd=đô la Hồng Kông
TWD=đô la Đài Loan
twd=đô la Đài Loan
MYR=ring gít Malaysia
myr=ring gít Malaysia
IDR=ru pi a Indonesia
idr=ru pi a Indonesia
PHP=pê xô Philippines
php=pê xô Philippines
`);

const plain = (unit: string) => unit.replace('^', '');
export const unitWords = (unit: string): string | undefined => units.get(plain(unit));
export const perUnitWords = (unit: string): string | undefined =>
	perUnits.get(plain(unit)) ?? unitWords(unit);
export const currencyWords = (currency: string): string | undefined => currencies.get(currency);

const escaped = (keys: Iterable<string>) =>
	[...keys]
		.sort((a, b) => b.length - a.length)
		.map((key) => key.replace(/[$^]/g, '\\$&').replace(/([23])$/, '\\^?$1'))
		.join('|');

export const unitPattern = escaped(units.keys());
export const perUnitPattern = escaped(new Set([...perUnits.keys(), ...units.keys()]));
export const currencyPattern = escaped(currencies.keys());
/** Three letters that stand before an amount as well as after it. */
export const currencyCodes = [...currencies.keys()]
	.filter((key) => /^[A-Z]{3}$/.test(key))
	.join('|');
