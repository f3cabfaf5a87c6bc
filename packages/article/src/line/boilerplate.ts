import { makeScreen } from '../screen/screen.ts';

/** Longest line that can be the site's own as a whole. */
const longest = 600;

/** What is left of tags in a careless flattening, and what a broken program prints on its page. */
const remnant =
  /(?:^|[\s"'])(?:class|href|style|target|data-[a-z_-]{2,40})="|^[\w#.-]{3,60}"\s?>$|<!--|\]:[a-z-]{2,20}\]?:?[a-z-]{2,20} \S{0,80}\[&|^(?:strict standards|deprecated|warning|notice|fatal error|parse error): .{5,300} in \S{1,200} on line \d{1,6}$/i;

/**
 * Lines that are the site's own even where they end as a sentence does. They say so at their beginning or end: links to other articles, captions with a credit, calls to subscribe, disclosures,
 * notes beside a comment form, who worked on the article, where it came from.
 */
const wholeLines: readonly RegExp[] = [
  // Another article's headline behind a label, which may be a question.
  /^(?:[►▶→➜•*>» ]{0,4})(?:czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|lea (?:también|más|además)|lee (?:también|más)|leer (?:también|más)|(?:le|te) puede interesar|también (?:lea|lee|te puede interesar|puede leer)|puedes ver|vea (?:también|además)|ver también|mira también|lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen)|auch interessant|siehe auch|passend dazu|(?:à )?lire aussi|à lire|voir aussi|leggi anche|leia (?:também|mais)|veja também|lees ook|læs også|les også|läs (?:också|även|mer)|lue myös|čtěte také|czytaj|read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories|content|reading))?|more on this(?: story)?|recommended|читайте также|смотрите также|baca juga)\s?[:»|►▶]\s?\S/i,
  /^(?:>>|►|▶|→|➜|»)\s/,
  /^(?:click here (?:to|for)\b|(?:schon gelesen|already read|ya lo leíste)\?$|hier (?:geht es|geht's|gelangen sie|kommen sie) (?:zu|zum|zur)\b)/i,
  // Captions: a label before it, or a credit or a running time behind.
  /^(?:(?:titel|beitrags|symbol|archiv|vorschau|aufmacher)(?:bild|foto)|fotos?|photos?|pictures?|in pictures|fotostrecke|bildergalerie)(?:quelle|nachweis)?\s?: |^(?:crédits? photos?|photo credits?|image credits?|image source|crédito|créditos|bildnachweis|bildquelle)\s?: |^(?:abbildung|abb\.|figure|fig\.|figura|rysunek|ryc\.) \d{1,3}\s?[:.] /i,
  /[^\s©] ?\(?© ?[^.!?©]{2,60}$|\([^()]{0,40}\/ ?(?:istock|getty|afp|ap|dpa|epa|reuters|shutterstock|adobe ?stock|unsplash|pixabay|imago|picture alliance)[^()]{0,30}\)$|\|\s?\d{1,3}:\d\d min$/i,
  // The same as broadcasters and agencies write it.
  /^(?:image|media) (?:copyright|source|caption)\b|^file\s?[-–—] |^(?:file\s?[-–—] )?in this .{3,60} (?:file |handout )?(?:photo|image)\b/i,
  // Calls to do something for the site, as they begin.
  /^(?:subscribe|sign up|abonnieren sie|abonniere|jetzt abonnieren|suscríbete|suscríbase|inscrivez-vous|abonnez-vous|iscriviti|assine|únete|join|follow us|folgen sie uns|folge uns|síguenos|suivez-nous|seguici)\b.{0,160}(?:newsletter|edition|telegram|whatsapp|channel|canal|kanal|facebook|twitter|instagram|google news|inbox|updates|full story|postfach|boletín).{0,160}$/i,
  /(?:download|install|get) (?:the|our) .{1,40}\bapps? (?:for|on|from) (?:ios|android|the app store|google play)|abonnieren sie (?:kostenlos |jetzt |hier )?(?:die|den|unseren?) .{0,40}newsletter|tenemos canal de (?:telegram|whatsapp)|jetzt (?:kostenlos )?(?:zum|für den) newsletter anmelden/i,
  /^newsletter sign ?up\b|continue reading the main story/i,
  /we may (?:receive|earn|get) (?:a |an )?(?:small )?(?:affiliate )?(?:compensation|commission)|advertisers do not influence|contains references to products from/i,
  /your e-?mail address will not be published|required fields are marked|e-?mail-adresse wird nicht veröffentlicht|erforderliche felder sind|correo electrónico no será publicad|adresse e-?mail ne sera pas publiée|save my name, e-?mail/i,
  // Who worked on it, and where it was first.
  /\bcontributed (?:reporting )?to this (?:report|article|story|post)\.?\)?$|^our standards: |^(?:übersetzung|redaktion|schlussredaktion|faktencheck|bildredaktion|mitarbeit)\s?: [^.!?]{2,200}$/i,
  /^copyright (?:© ?)?(?:19|20)\d\d\b|^(?:©|\(c\)) ?(?:19|20)\d\d\b.{0,80}(?:all rights reserved|alle rechte vorbehalten)|this material may not be published/i,
  /^(?:this|the) (?:article|story|post) (?:was )?(?:originally |first )(?:appeared|published|ran) (?:on|in|at|by) |^dieser (?:artikel|beitrag|text) (?:erschien|ist) (?:zuerst|ursprünglich) |^placeholder\b.{0,20}$/i,
  // Posts from elsewhere end in a shortened link of their own.
  /(?:pic\.twitter\.com\/\w{6,14}|https?:\/\/t\.co\/\w{6,14})$|^(?:a post shared by|ein beitrag geteilt von|una publicación compartida (?:por|de)|une publication partagée par) |^(?:view this post on|sieh dir diesen beitrag auf|ver esta publicación en) /i,
  // Teasers that break off, with the link behind them.
  /[.!?…\]] ?\[?(?:mehr|mehr lesen|weiterlesen|read more|more|leer más|lire la suite|czytaj więcej|continua a leggere|lees verder|zum artikel|zum überblick)(?:\s?\.\.\.|…)?\]?\s?[»›>→]?$/i,
  // Cookies, embedded content, data protection.
  /\b(?:(?:this|our) (?:web)?site uses cookies|we (?:use|store) cookies|strictly necessary cookies|cookies (?:are necessary for the website|collect information for)|sale of (?:your )?personal (?:information|data)|(?:diese|unsere) (?:web)?seite (?:verwendet|nutzt) cookies|(?:wir|und wir) (?:verwenden|nutzen) cookies|(?:utilizamos|usamos) cookies|nous utilisons des cookies)\b|\bexterne[rn]? inhalte?\b.{0,60}\bangezeigt|personenbezogene daten an drittplattformen|einwilligung in die übermittlung und verarbeitung|datenschutz-?einstellungen (?:anpassen|ändern)/i,
  // Notes on the text itself: translated, machine-made, found a mistake, opinions, when it was posted.
  /^(?:dies ist eine|dieser (?:artikel|text|beitrag) (?:ist|wurde)) .{0,40}(?:übersetzung|übersetzt)|^(?:sie haben einen fehler gefunden|fehler gefunden|found (?:a mistake|an error))\?|(?:melden sie den fehler|fehler der redaktion)|^(?:the )?(?:opinions|views) expressed (?:here |in this .{3,30} )?(?:are|belong|do not)|^(?:der beitrag wurde am|dieser eintrag wurde|this entry was posted|esta entrada fue publicada)|kommentieren zu können, müssen|müssen (?:sie|du) (?:eingeloggt|angemeldet)|you must be logged in|^comment by .{2,60} (?:—|-|@)/i,
  // Calls that name what the reader is to give or get.
  /^by signing up\b|\b(?:become a member|support our (?:award-winning )?journalism)\.?$|newsletter (?:informiert|liefert|bringt) (?:sie|dich|euch)\b|(?:^|[.!?] )(?:hier |jetzt )?(?:kostenlos |gratis )?(?:herunterladen|anmelden|abonnieren)[.!]?$|(?:hier )?(?:geht es|geht's) (?:hier )?zu[rm]? (?:anmeldung|newsletter)|^(?:si quieres|si decides) .{0,40}(?:compartir|suscripción)|^lesen sie (?:das|die|den) .{3,60} (?:magazin|zeitung|zeitschrift|ausgabe|e-?paper)/i,
  remnant,
];

/** A picture credit behind a sentence, with a space before it or none: the line is a caption, unless it is as long as a paragraph. */
const creditedCaption =
  /$(?<=[\p{L}\d.,!?…”“"'’)\]] ?(?:(?:foto|bild|photo|grafik|illustration|picture|image|credit|crédito|infografik)s?(?: credit)?\s?[:©] ?|photographs? (?:by|courtesy) |photos? (?:by|courtesy) |foto de |photo de )[\p{L}©][^.!?:]{2,60}|[\p{L}\d”"'’)]\.(?:efe|afp|ap|epa|dpa|ansa|reuters|getty images|keystone|imago)|＝(?:ＡＰ|ＡＦＰ|ロイター|共同|時事))/iuy;
const longestCaption = 300;

/** "Ada Quill is a correspondent … Follow her on …": what it takes to be a note on the author, each looked for by itself. */
const authorNote: readonly RegExp[] = [
  /\b(?:follow (?:him|her|them|me) (?:on|at)|follow (?:his|her|their) (?:reports|work)|read (?:his|her|their) (?:other )?(?:columns|work|articles|stories)|follow (?:him|her|them)\b)/i,
  /\b(?:correspondent|reporter|editor|columnist|contributor|writer|journalist|author)\b/i,
  /^[^.!?]{2,90} (?:is|are) /,
];

const patterns = [...wholeLines, creditedCaption, ...authorNote.slice(0, 1)];
const screen = makeScreen(patterns);

/** Whether a line is the site's own by what it begins or ends with. */
export function isBoilerplate(text: string): boolean {
  if (text.length > longest) return false;
  for (let worth = screen(text); worth !== 0; worth &= worth - 1) {
    const pattern = patterns[31 - Math.clz32(worth & -worth)];
    if (pattern === undefined || (pattern === creditedCaption && text.length > longestCaption)) continue;
    if (pattern.sticky) pattern.lastIndex = text.length;
    if (!pattern.test(text)) continue;
    if (pattern !== authorNote[0] || authorNote.every((part) => part.test(text))) return true;
  }
  return false;
}

/** Whether a line is what is left of a tag, or a program's own complaint. Every remnant has one of five marks: they are looked for first. */
export function isRemnant(text: string): boolean {
  const marked = text.includes('="') || text.includes('">') || text.includes('<!--') || text.includes('[&') || text.includes(' on line ');
  return marked && remnant.test(text.slice(0, longest));
}

/** The choice of lines without those that are the site's own, unless `sure` says that they are body or have been asked about before. */
export function withoutBoilerplate(texts: readonly string[], keep: readonly boolean[], sure?: readonly (boolean | undefined)[]): boolean[] {
  return keep.map((kept, i) => kept && (sure?.[i] === true || !isBoilerplate(texts[i] ?? '')));
}
