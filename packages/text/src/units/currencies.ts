import type { UnitEntry } from './measures.ts';

/**
 * `code; name; words; symbols`. Words are lower case; the plain noun ("dollar") stands with the currency it means unqualified.
 * PS and Y= are what £ and ¥ become where a system writes its text down to ASCII.
 */
const lines = `
USD; dollar; dollar,us dollar,u.s. dollar,american dollar,united states dollar,buck,dlr; $,US$,U.S.$,$US,US $,USD,U$S
EUR; euro; euro; €,EUR
GBP; pound sterling; pound sterling,british pound,pound,sterling,quid,stg; £,GBP,UK£,PS
JPY; japanese yen; yen,japanese yen; ¥,JPY,JP¥,円,Y=
CNY; chinese yuan; yuan,chinese yuan,renminbi,yuan renminbi,rmb; CNY,RMB,CN¥,元
INR; indian rupee; rupee,indian rupee; ₹,Rs,Rs.,INR
PKR; pakistani rupee; pakistani rupee; PKR
LKR; sri lankan rupee; sri lankan rupee; LKR
RUB; russian rouble; rouble,ruble,russian rouble,russian ruble; ₽,RUB
CAD; canadian dollar; canadian dollar; C$,CA$,CAD,CDN$,$CA,$C,Can$
AUD; australian dollar; australian dollar,aussie dollar; A$,AU$,AUD,$A,$AU
NZD; new zealand dollar; new zealand dollar,kiwi dollar; NZ$,NZD,$NZ
HKD; hong kong dollar; hong kong dollar; HK$,HKD,$HK,HK $
SGD; singapore dollar; singapore dollar; S$,SG$,SGD
TWD; new taiwan dollar; new taiwan dollar,taiwan dollar,taiwanese dollar; NT$,TWD
KRW; south korean won; won,south korean won,korean won; ₩,KRW
CHF; swiss franc; swiss franc,franc; CHF,Fr.,SFr
SEK; swedish krona; swedish krona,swedish kronor,krona,kronor,swedish crown; SEK
NOK; norwegian krone; norwegian krone,norwegian kroner,norwegian crown; NOK
DKK; danish krone; danish krone,danish kroner,krone,kroner,danish crown; DKK
ISK; icelandic krona; icelandic krona,icelandic kronur; ISK
PLN; polish zloty; zloty,zlotys,polish zloty,zł; PLN,zł
CZK; czech koruna; koruna,czech koruna,czech crown; CZK,Kč
HUF; hungarian forint; forint,hungarian forint; HUF,Ft
RON; romanian leu; leu,lei,romanian leu,romanian lei; RON
BGN; bulgarian lev; lev,leva,bulgarian lev; BGN
HRK; croatian kuna; kuna,croatian kuna; HRK,kn
TRY; turkish lira; lira,liras,turkish lira; ₺,TRY,TL
ILS; shekel; shekel,israeli shekel,new israeli shekel; ₪,NIS,ILS
SAR; saudi riyal; riyal,saudi riyal; SAR
QAR; qatari riyal; qatari riyal; QAR
AED; united arab emirates dirham; dirham,uae dirham,emirati dirham; AED,Dh,Dhs
IRR; iranian rial; rial,iranian rial,toman; IRR
IQD; iraqi dinar; iraqi dinar,dinar; IQD
KWD; kuwaiti dinar; kuwaiti dinar; KWD
JOD; jordanian dinar; jordanian dinar; JOD
DZD; algerian dinar; algerian dinar; DZD
EGP; egyptian pound; egyptian pound; EGP
LBP; lebanese pound; lebanese pound,lebanese lira; LBP
SYP; syrian pound; syrian pound; SYP
MAD; moroccan dirham; moroccan dirham; MAD
ZAR; south african rand; rand,south african rand; ZAR,R
NGN; nigerian naira; naira,nigerian naira; ₦,NGN
KES; kenyan shilling; kenyan shilling,shilling; KES,KSh,Ksh,Sh
UGX; ugandan shilling; ugandan shilling; UGX
TZS; tanzanian shilling; tanzanian shilling; TZS
GHS; ghanaian cedi; cedi,ghanaian cedi; GHS,GH₵
ETB; ethiopian birr; birr,ethiopian birr; ETB
XOF; west african cfa franc; cfa franc,west african cfa franc; XOF,FCFA,CFA
MXN; mexican peso; mexican peso,peso; MXN,Mex$,MX$
ARS; argentine peso; argentine peso,argentinian peso; ARS,AR$
CLP; chilean peso; chilean peso; CLP
COP; colombian peso; colombian peso; COP
PHP; philippine peso; philippine peso,filipino peso; ₱,PHP,P
BRL; brazilian real; brazilian real,real,reais,brazilian reais; R$,BRL
PEN; peruvian sol; peruvian sol,nuevo sol,peruvian soles; PEN
VES; venezuelan bolivar; bolivar,bolivars,venezuelan bolivar; VES
THB; thai baht; baht,thai baht; ฿,THB
VND; vietnamese dong; dong,vietnamese dong; ₫,VND
IDR; indonesian rupiah; rupiah,indonesian rupiah; Rp,Rp.,IDR
MYR; malaysian ringgit; ringgit,malaysian ringgit; RM,MYR
BDT; bangladeshi taka; taka,bangladeshi taka; BDT,Tk
MMK; myanmar kyat; kyat,myanmar kyat; MMK
NPR; nepalese rupee; nepalese rupee,nepali rupee; NPR
AFN; afghan afghani; afghani,afghanis; AFN
UAH; ukrainian hryvnia; hryvnia,hryvnias,ukrainian hryvnia,hryvnya; ₴,UAH
KZT; kazakhstani tenge; tenge,kazakhstani tenge; ₸,KZT
GEL; georgian lari; lari,georgian lari; GEL,₾
CRC; costa rican colon; costa rican colon,costa rican colones; CRC,₡
LAK; lao kip; kip,lao kip; LAK,₭
MNT; mongolian tugrik; tugrik,mongolian tugrik; MNT,₮
PYG; paraguayan guarani; guarani,guaranies; PYG,₲
BYN; belarusian rouble; belarusian rouble,belarusian ruble; BYN
AMD; armenian dram; armenian dram; AMD
AZN; azerbaijani manat; manat,azerbaijani manat; AZN
UZS; uzbekistani som; uzbek som; UZS
RSD; serbian dinar; serbian dinar; RSD
TND; tunisian dinar; tunisian dinar; TND
LYD; libyan dinar; libyan dinar; LYD
SDG; sudanese pound; sudanese pound; SDG
SSP; south sudanese pound; south sudanese pound; SSP
ZMW; zambian kwacha; kwacha,zambian kwacha; ZMW
MWK; malawian kwacha; malawian kwacha; MWK
AOA; angolan kwanza; kwanza,angolan kwanza; AOA
BWP; botswana pula; pula; BWP
MZN; mozambican metical; metical,meticais; MZN
XAF; central african cfa franc; central african cfa franc; XAF
DEM; german mark; german mark,deutsche mark,deutschmark,d-mark; DEM
FRF; french franc; french franc; FRF
ITL; italian lira; italian lira; ITL
ESP; spanish peseta; peseta,spanish peseta; ESP
NLG; dutch guilder; guilder,dutch guilder; NLG
FIM; finnish markka; markka,finnish markka; FIM
BTC; bitcoin; bitcoin; BTC,₿
ETH; ether; ether,ethereum; ETH
cent; cent; cent,us cent,ct; ¢
eurocent; euro cent; euro cent,eurocent;
penny; penny; penny,pence; 
sen; sen; sen;
`;

/** Currencies and their small change: ISO 4217 codes, the names and signs in use in English-language news. */
export const currencies: readonly UnitEntry[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [symbol = '', name = '', words = '', symbols = ''] = line.split(';').map((part) => part.trim());
    const forms = words
      .split(',')
      .flatMap((form) => (form.endsWith('dollar') ? [form, form.replace('dollar', 'dlr')] : form === '' ? [] : [form]));
    return {
      symbol,
      name,
      unitClass: 'money' as const,
      words: [...new Set([...forms, ...forms.map((form) => `${form}s`)])],
      symbols: symbols.split(',').filter((form) => form !== ''),
    };
  });
