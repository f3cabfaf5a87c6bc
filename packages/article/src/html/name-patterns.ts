import { cue } from './cue-bits.ts';

/** Words in class names, ids and data attributes in lower case; German, French and Spanish ones where pages of those languages use them. */
export const namePatterns: readonly (readonly [number, RegExp])[] = [
  [
    cue.navigation,
    /(?:^|[^a-z])(?:nav|navi|navbar|navigation|menu|menue|menü|breadcrumbs?|brotkrumen|crumbs|pagination|pager|paging|sitemap|topbar|toolbar|tabs?|toc|skip)(?![a-z])/,
  ],
  [
    cue.aside,
    /(?:^|[^a-z])(?:aside|sidebar|side|marginal|marginalie|rail|widgets?|infobox|info-box|factbox|kasten|widget-area|secondary|seitenleiste|barra)(?![a-z])|sidebar|widget/,
  ],
  [cue.footer, /(?:^|[^a-z])(?:footer|foot|colophon|imprint|impressum|copyright|legal|disclaimer|bottom|footnotes?)(?![a-z])|footer/],
  [cue.header, /(?:^|[^a-z])(?:header|masthead|head|banner|topline|kicker)(?![a-z])/],
  [cue.caption, /caption|(?:^|[^a-z])(?:legend|bildunterschrift|credits?|copyright|photo-?credit|image-?text|bildtext|bu)(?![a-z])/],
  [
    cue.figure,
    /(?:^|[^a-z])(?:figure|gallery|galerie|slideshow|slider|carousel|lightbox|bild|image|photo|video|player|media|audio|podcast)(?![a-z])|gallery|video|slider|carousel/,
  ],
  [
    cue.bodyName,
    /article-?_?(?:body|content|text|copy|main)|(?:entry|post|story|content|page|text|main|news|blog|body|detail)-?_?-?(?:content|body|text|copy|article|entry)(?![a-z])|(?:^|[^a-z])(?:articlebody|artikeltext|artikel|richtext|rich-text|rte|body-?text|paragraphs?|prose|fliesstext|copytext|csc-textpic-text|bodytext|post-inner|entry|texto|contenido|cuerpo|corps)(?![a-z])/,
  ],
  [
    cue.teaser,
    /(?:^|[^a-z])(?:teasers?|related|recommend(?:ed|ations?)?|recirc|more|most|trending|popular|similar|suggest(?:ed|ions)?|read-?(?:more|next|also)|also|further|latest|recent|next|previous|prev|outbrain|taboola|cards?|listing|feed|ticker|mehr|weiterlesen|verwandt|relacionad[ao]s?|teaserlist|collection|series|stories|headlines|tease|promo-?list|article-?list|post-?list|linklist|link-?box|links?)(?![a-z])|related|teaser|recommend/,
  ],
  [
    cue.comments,
    /(?:^|[^a-z])(?:comments?|commentlist|respond|reply|replies|disqus|kommentare?|comentarios?|commentaires?|discussion|leserbriefe?|forum|reviews?|rating|bewertung(?:en)?|feedback|trackbacks?|pingback)(?![a-z])|comment/,
  ],
  [
    cue.share,
    /(?:^|[^a-z])(?:share|sharing|shares|sharedaddy|sharebar|addthis|addtoany|shariff|social|socials|follow|bookmark|print|teilen|compartir|partager|icons?|actions?|tools?)(?![a-z])|social|sharing/,
  ],
  [
    cue.advert,
    /(?:^|[^a-z])(?:ads?|adv|advert|advertisement|advertorial|adslot|sponsor(?:ed)?|anzeigen?|werbung|banner|dfp|gpt|publicidad|affiliate|commercial)(?![a-z])/,
  ],
  [
    cue.promotion,
    /(?:^|[^a-z])(?:promo|promotion|newsletter|subscribe|subscription|signup|sign-up|login|register|paywall|paid|offer|abo|cta|call-to-action|donate|spenden?|donation|membership|piano|premium|upsell|app-?(?:banner|promo)|shop|product|price|cart|warenkorb)(?![a-z])|newsletter|paywall|subscri/,
  ],
  [
    cue.byline,
    /(?:^|[^a-z])(?:byline|author|authors|autor|autoren|bio|meta|metadata|date|dateline|datum|published|pubdate|timestamp|time|writer|contributor|posted|entry-?meta|post-?meta|info|credit|source)(?![a-z])|byline|author/,
  ],
  [
    cue.hidden,
    /(?:^|[^a-z])(?:hidden|hide|invisible|visually-?hidden|sr-only|screen-reader(?:-text)?|visuallyhidden|d-none|noprint|no-print|print-only)(?![a-z])/,
  ],
  [cue.consent, /cookie|consent|gdpr|dsgvo|cmp(?![a-z])|datenschutz|privacy/],
  [
    cue.tags,
    /(?:^|[^a-z])(?:tags?|taglist|tag-?cloud|keywords?|categor(?:y|ies)|cat-links|kategorien?|topics?|themen|schlagworte?|labels?|etiquetas)(?![a-z])/,
  ],
  [cue.dialog, /(?:^|[^a-z])(?:modal|popup|pop-up|overlay|dialog|tooltip|dropdown|flyout|toast|notification|offcanvas|accordion)(?![a-z])/],
  [
    cue.social,
    /(?:^|[^a-z])(?:twitter-?(?:tweet)?|tweet|instagram|facebook|embed|embedded|youtube|tiktok|wp-block-embed|pinterest)(?![a-z])/,
  ],
  [
    cue.lead,
    /(?:^|[^a-z])(?:lead|lede|intro|standfirst|subtitle|sub-?head(?:line)?|summary|dek|deck|description|excerpt|abstract|vorspann|anreisser|chapo|entradilla|bajada|untertitel|strapline)(?![a-z])/,
  ],
];
