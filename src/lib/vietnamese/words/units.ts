const lines = (text: string): ReadonlyMap<string, string> =>
	new Map(
		text
			.trim()
			.split('\n')
			.map((line) => line.split('=') as [string, string]),
	);

/** After a number only, attached or after one space: units and how they are said. */
const units = lines(`
km=ki lô mét
hm=héc tô mét
dm=đề xi mét
cm=xăng ti mét
mm=mi li mét
nm=na nô mét
m=mét
inch=inch
in=inch
km2=ki lô mét vuông
dm2=đề xi mét vuông
cm2=xăng ti mét vuông
mm2=mi li mét vuông
m2=mét vuông
m3=mét khối
cm3=xăng ti mét khối
dm3=đề xi mét khối
cum=mét khối
ha=héc ta
kg=ki lô gam
Kg=ki lô gam
KG=ki lô gam
g=gam
gr=gam
mg=mi li gam
mcg=mi cờ rô gam
l=lít
L=lít
lít=lít
ml=mi li lít
ppm=phần triệu
GB=gi ga bai
gb=gi ga bai
Gb=gi ga bai
MB=mê ga bai
mb=mê ga bai
Mb=mê ga bai
KB=ki lô bai
kb=ki lô bai
TB=tê ra bai
tb=tê ra bai
V=vôn
v=vôn
kV=ki lô vôn
KV=ki lô vôn
mV=mi li vôn
W=oát
w=oát
kW=ki lô oát
KW=ki lô oát
kw=ki lô oát
MW=mê ga oát
MWp=mê ga oát
kWh=ki lô oát giờ
kVA=ki lô vôn am pe
KVA=ki lô vôn am pe
Hz=héc
hz=héc
kHz=ki lô héc
KHz=ki lô héc
MHz=mê ga héc
Mhz=mê ga héc
GHz=gi ga héc
GT=giê tê
HP=mã lực
hp=mã lực
CV=mã lực
dB=đề xi ben
°C=độ xê
°c=độ xê
°F=độ ép
°f=độ ép
°K=độ ca
°k=độ ca
°=độ
p=phút
s=giây
ms=mi li giây
min=phút
h=giờ
`);

/** What stands after the slash of "km/h"; a longer list than `units`, since it is only looked at there. */
const perUnits = lines(`
h=giờ
s=giây
giờ=giờ
giây=giây
min=phút
gallon=gallon
`);

const currencies = lines(`
đồng=đồng
Đồng=đồng
ĐỒNG=đồng
VNĐ=đồng
VND=đồng
vnđ=đồng
vnd=đồng
Vnđ=đồng
đ=đồng
Đ=đồng
₫=đồng
USD=đô la Mỹ
usd=đô la Mỹ
US$=đô la Mỹ
$=đô la
EUR=ơ rô
€=ơ rô
£=bảng Anh
¥=yên
JPY=yên Nhật
Euro=ơ rô
euro=ơ rô
`);

export const unitWords = (unit: string): string | undefined => units.get(unit.replace('^', ''));
export const perUnitWords = (unit: string): string | undefined =>
	perUnits.get(unit) ?? unitWords(unit);
export const currencyWords = (currency: string): string | undefined => currencies.get(currency);

const escaped = (keys: Iterable<string>) =>
	[...keys]
		.sort((a, b) => b.length - a.length)
		.map((key) => key.replace(/[$^]/g, '\\$&').replace(/([23])$/, '\\^?$1'))
		.join('|');

export const unitPattern = escaped(units.keys());
export const perUnitPattern = escaped([...perUnits.keys(), ...units.keys()]);
export const currencyPattern = escaped(currencies.keys());
