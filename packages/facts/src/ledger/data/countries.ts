/**
 * Countries as news texts name them, one a line: short name | adjectives and people | capital | other names. Lower case, no diacritics; common knowledge, written by hand.
 * A capital stands for its government ("Madrid rejects…"), which is why it is here.
 */
export const COUNTRIES = `
afghanistan|afghan afghans|kabul|
albania|albanian albanians|tirana|
algeria|algerian algerians|algiers|
andorra|andorran|andorra la vella|
angola|angolan angolans|luanda|
argentina|argentine argentinian argentines|buenos aires|
armenia|armenian armenians|yerevan|
australia|australian australians aussie|canberra|
austria|austrian austrians|vienna|
azerbaijan|azerbaijani azeri azerbaijanis|baku|
bahamas|bahamian bahamians|nassau|
bahrain|bahraini bahrainis|manama|
bangladesh|bangladeshi bangladeshis|dhaka|
barbados|barbadian barbadians|bridgetown|
belarus|belarusian belarusians|minsk|
belgium|belgian belgians|brussels|
belize|belizean|belmopan|
benin|beninese|porto-novo|
bhutan|bhutanese|thimphu|
bolivia|bolivian bolivians|la paz|
bosnia|bosnian bosnians|sarajevo|bosnia and herzegovina
botswana|batswana motswana|gaborone|
brazil|brazilian brazilians|brasilia|
brunei|bruneian|bandar seri begawan|
bulgaria|bulgarian bulgarians|sofia|
burkina faso|burkinabe|ouagadougou|
burundi|burundian burundians|bujumbura|
cambodia|cambodian cambodians|phnom penh|
cameroon|cameroonian cameroonians|yaounde|
canada|canadian canadians|ottawa|
cape verde|cape verdean|praia|cabo verde
central african republic|central african|bangui|
chad|chadian chadians|n'djamena|
chile|chilean chileans|santiago|
china|chinese|beijing|people's republic of china
colombia|colombian colombians|bogota|
comoros|comorian|moroni|
democratic republic of the congo|congolese|kinshasa|democratic republic of congo;dr congo;drc
costa rica|costa rican|san jose|
croatia|croatian croatians croat|zagreb|
cuba|cuban cubans|havana|
cyprus|cypriot cypriots|nicosia|
czech republic|czech czechs|prague|czechia
denmark|danish dane danes|copenhagen|
djibouti|djiboutian||
dominican republic|dominican dominicans|santo domingo|
ecuador|ecuadorian ecuadorean|quito|
egypt|egyptian egyptians|cairo|
el salvador|salvadoran salvadorans|san salvador|
equatorial guinea|equatoguinean|malabo|
eritrea|eritrean eritreans|asmara|
estonia|estonian estonians|tallinn|
eswatini|swazi|mbabane|swaziland
ethiopia|ethiopian ethiopians|addis ababa|
fiji|fijian fijians|suva|
finland|finnish finn finns|helsinki|
france|french frenchman|paris|
gabon|gabonese|libreville|
gambia|gambian gambians|banjul|
georgia|georgian georgians|tbilisi|
germany|german germans|berlin|federal republic of germany
ghana|ghanaian ghanaians|accra|
greece|greek greeks|athens|
grenada|grenadian|saint george's|
guatemala|guatemalan guatemalans|guatemala city|
guinea|guinean guineans|conakry|
guyana|guyanese|georgetown|
haiti|haitian haitians|port-au-prince|
honduras|honduran hondurans|tegucigalpa|
hungary|hungarian hungarians|budapest|
iceland|icelandic icelander|reykjavik|
india|indian indians|new delhi;delhi|
indonesia|indonesian indonesians|jakarta|
iran|iranian iranians|tehran;teheran|islamic republic of iran
iraq|iraqi iraqis|baghdad|
ireland|irish|dublin|republic of ireland
israel|israeli israelis|jerusalem|
italy|italian italians|rome|
ivory coast|ivorian ivorians|yamoussoukro|cote d'ivoire
jamaica|jamaican jamaicans|kingston|
japan|japanese|tokyo|
jordan|jordanian jordanians|amman|
kazakhstan|kazakh kazakhs|astana|
kenya|kenyan kenyans|nairobi|
kosovo|kosovar kosovan|pristina|
kuwait|kuwaiti kuwaitis|kuwait city|
kyrgyzstan|kyrgyz|bishkek|
laos|laotian lao|vientiane|
latvia|latvian latvians|riga|
lebanon|lebanese|beirut|
lesotho|basotho|maseru|
liberia|liberian liberians|monrovia|
libya|libyan libyans|tripoli|
liechtenstein|liechtensteiner|vaduz|
lithuania|lithuanian lithuanians|vilnius|
luxembourg|luxembourgish||
madagascar|malagasy|antananarivo|
malawi|malawian malawians|lilongwe|
malaysia|malaysian malaysians|kuala lumpur|
maldives|maldivian|male|
mali|malian malians|bamako|
malta|maltese|valletta|
mauritania|mauritanian|nouakchott|
mauritius|mauritian|port louis|
mexico|mexican mexicans|mexico city|
moldova|moldovan moldovans|chisinau|
monaco|monegasque||
mongolia|mongolian mongolians|ulaanbaatar|
montenegro|montenegrin|podgorica|
morocco|moroccan moroccans|rabat|
mozambique|mozambican mozambicans|maputo|
myanmar|burmese|naypyidaw|burma
namibia|namibian namibians|windhoek|
nepal|nepali nepalese|kathmandu|
netherlands|dutch|the hague;amsterdam|holland
new zealand|new zealander kiwi|wellington|
nicaragua|nicaraguan nicaraguans|managua|
niger|nigerien|niamey|
nigeria|nigerian nigerians|abuja|
north korea|north korean north koreans|pyongyang|dprk;democratic people's republic of korea
north macedonia|macedonian|skopje|
norway|norwegian norwegians|oslo|
oman|omani omanis|muscat|
pakistan|pakistani pakistanis|islamabad|
palestine|palestinian palestinians|ramallah|
panama|panamanian|panama city|
papua new guinea|papuan|port moresby|
paraguay|paraguayan|asuncion|
peru|peruvian peruvians|lima|
philippines|philippine filipino filipinos|manila|
poland|polish pole poles|warsaw|
portugal|portuguese|lisbon|
qatar|qatari qataris|doha|
romania|romanian romanians|bucharest|
russia|russian russians|moscow;kremlin|russian federation
rwanda|rwandan rwandans|kigali|
samoa|samoan|apia|
saudi arabia|saudi saudis|riyadh|
senegal|senegalese|dakar|
serbia|serbian serbians serb serbs|belgrade|
seychelles|seychellois||
sierra leone|sierra leonean|freetown|
singapore|singaporean singaporeans||
slovakia|slovak slovaks|bratislava|
slovenia|slovenian slovene|ljubljana|
somalia|somali somalis|mogadishu|
south africa|south african south africans|pretoria|
south korea|south korean south koreans|seoul|republic of korea
south sudan|south sudanese|juba|
spain|spanish spaniard spaniards|madrid|
sri lanka|sri lankan sri lankans|colombo|
sudan|sudanese|khartoum|
suriname|surinamese|paramaribo|
sweden|swedish swede swedes|stockholm|
switzerland|swiss|bern|
syria|syrian syrians|damascus|
taiwan|taiwanese|taipei|
tajikistan|tajik tajiks|dushanbe|
tanzania|tanzanian tanzanians|dodoma|
thailand|thai thais|bangkok|
togo|togolese|lome|
tonga|tongan tongans|nuku'alofa|
trinidad and tobago|trinidadian|port of spain|
tunisia|tunisian tunisians|tunis|
turkey|turkish turk turks|ankara|turkiye
turkmenistan|turkmen|ashgabat|
uganda|ugandan ugandans|kampala|
ukraine|ukrainian ukrainians|kyiv;kiev|
united arab emirates|emirati emiratis|abu dhabi|uae
united kingdom|british briton britons|london;downing street;whitehall|uk;britain;great britain
united states|american americans|washington;white house|us;usa;united states of america;america
uruguay|uruguayan|montevideo|
uzbekistan|uzbek uzbeks|tashkent|
vanuatu|vanuatuan|port vila|
vatican|vatican|vatican city|holy see
venezuela|venezuelan venezuelans|caracas|
vietnam|vietnamese|hanoi|
yemen|yemeni yemenis|sanaa|
zambia|zambian zambians|lusaka|
zimbabwe|zimbabwean zimbabweans|harare|
european union|european|| eu
united nations|||un
`;
