/** News agencies, newspapers, broadcasters and platforms, by the names texts call them (lower case). General knowledge, written for this package. */
const list = (names: string): string[] => names.split('|').map((name) => name.trim());

export const agencies: ReadonlySet<string> = new Set(
  list(
    'reuters|afp|agence france-presse|ap|associated press|the associated press|dpa|bloomberg|bloomberg news|xinhua|tass|interfax|ria novosti|ria|anadolu|anadolu agency|kyodo|kyodo news|yonhap|yonhap news agency|efe|ansa|pti|press trust of india|ani|upi|united press international|pa|press association|pa media|kcna|irna|isna|tasnim|fars|sana|wafa|spa|qna|bernama|antara|belga|apa|anp|ntb|tt|ritzau|stt|lusa|pap|ctk|mti|agerpres|tanjug|ukrinform|unian|jiji|jiji press|canadian press|the canadian press|australian associated press|aap|dow jones|dow jones newswires|rudaw|shafaq news|petra|mena|kuna|wam|ina|iraqi news agency',
  ),
);

const papers: ReadonlySet<string> = new Set(
  list(
    "new york times|the new york times|nyt|washington post|the washington post|wall street journal|the wall street journal|wsj|usa today|los angeles times|the los angeles times|chicago tribune|boston globe|the boston globe|miami herald|guardian|the guardian|times|the times|sunday times|the sunday times|financial times|the financial times|ft|telegraph|the telegraph|daily telegraph|the daily telegraph|independent|the independent|daily mail|the daily mail|the sun|mirror|daily mirror|economist|the economist|time|time magazine|newsweek|politico|axios|the hill|the atlantic|atlantic|new yorker|the new yorker|buzzfeed|buzzfeed news|huffington post|the huffington post|huffpost|vox|vice|propublica|the intercept|daily beast|the daily beast|breitbart|breitbart news|business insider|insider|fortune|forbes|le monde|le figaro|liberation|der spiegel|spiegel|bild|die welt|die zeit|frankfurter allgemeine zeitung|sueddeutsche zeitung|corriere della sera|la repubblica|el pais|el mundo|haaretz|jerusalem post|the jerusalem post|times of israel|the times of israel|hurriyet|kommersant|izvestia|novaya gazeta|kyiv post|kyiv independent|asahi shimbun|nikkei|yomiuri shimbun|mainichi|south china morning post|global times|people's daily|china daily|straits times|the straits times|times of india|the times of india|the hindu|hindustan times|indian express|the indian express|dawn|the age|sydney morning herald|the sydney morning herald|the australian|globe and mail|the globe and mail|toronto star|irish times|the irish times|national review|weekly standard|the weekly standard|mother jones|the nation|slate|salon|zero hedge|daily caller|washington examiner|new york post|the new york post|new york daily news",
  ),
);

const broadcasters: ReadonlySet<string> = new Set(
  list(
    'bbc|the bbc|bbc news|cnn|fox news|fox|msnbc|nbc|nbc news|abc|abc news|cbs|cbs news|cbs this morning|npr|pbs|pbs newshour|cnbc|bloomberg tv|sky news|sky|itv|itv news|channel 4|channel 4 news|al jazeera|al arabiya|al mayadeen|al-jazeera|al-arabiya|rt|russia today|sputnik|rfi|france 24|deutsche welle|dw|nhk|cbc|ctv|rte|rfe/rl|radio free europe|voice of america|voa|radio free asia|euronews|kan|channel 12|channel 13|press tv|cctv|cgtn|tolo news|tolonews|geo news|ndtv|fox business|c-span|univision|telemundo|state tv|state television|state media|state radio|local media|local television|good morning america|meet the press|face the nation|fox news sunday|state of the union|this week|today show|60 minutes|france info|franceinfo|rtl|europe 1|bfmtv|bfm tv|tf1|france 2|rai|ard|zdf|orf|srf|nos|svt|nrk|yle|tvp|tvn|tvn24|ert|n-tv|ntv|rossiya 24|dozhd|globo|globonews|caracol|abc australia|sbs|nine news|seven news|newshub|rnz|kbs|sbs korea|mbc|ytn|jtbc|arirang|abs-cbn|gma news|channel newsasia|cna|ary news|samaa|dunya news|dawn news|rudaw tv|kurdistan 24|al-alam|al manar|al hadath|lbc',
  ),
);

const platforms: ReadonlySet<string> = new Set(
  list(
    'twitter|x|facebook|instagram|telegram|truth social|youtube|tiktok|linkedin|weibo|snapchat|reddit|threads|mastodon|bluesky|whatsapp|medium|substack',
  ),
);

export type OutletKind = 'agency' | 'newspaper' | 'broadcaster' | 'platform';

/** Names asked about before; emptied when full. */
const asked = new Map<string, OutletKind | null>();
const MOST_ASKED = 5_000;

/** What a name is among the media, or null. */
export function outletKind(name: string): OutletKind | null {
  if (name.length > LONG_NAME) return null;
  const known = asked.get(name);
  if (known !== undefined) return known;
  const kind = readKind(name);
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, kind);
  return kind;
}

/** Longer than any name here with what may hang on it. */
const LONG_NAME = 100;

function readKind(name: string): OutletKind | null {
  const key = name.toLowerCase().replaceAll('’', "'").replace(/'s$/, '').trim();
  const bare = key.startsWith('the ') ? key.slice(4) : key;
  if (agencies.has(key) || agencies.has(bare)) return 'agency';
  if (papers.has(key) || papers.has(bare)) return 'newspaper';
  if (broadcasters.has(key) || broadcasters.has(bare)) return 'broadcaster';
  return platforms.has(key) ? 'platform' : null;
}
