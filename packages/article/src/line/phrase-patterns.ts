/** What a line says it is, by set phrases of sites in several languages. `none` for most lines of an article. */
export type PhraseKind =
  | 'none'
  | 'share'
  | 'comments'
  | 'newsletter'
  | 'related'
  | 'copyright'
  | 'consent'
  | 'account'
  | 'advert'
  | 'caption'
  | 'byline'
  | 'feed-footer'
  | 'contact'
  | 'navigation';

/** The set phrases; the first expression that matches counts. */
export const phrasePatterns: readonly (readonly [PhraseKind, RegExp])[] = [
  [
    'feed-footer',
    /^the post .{1,300} (?:appeared first on|first appeared on) |^(?:via|from) .{1,80}(?:https?:\/\/\S+|ifttt)$|^via ifttt$|^der beitrag .{1,300} erschien (?:zuerst|auf) |^(?:la entrada|el cargo|l'article|l'articolo) .{1,300} (?:se publicó primero en|apareció primero en|est apparu en premier sur|proviene da) |^this (?:article|story|post) (?:was )?(?:originally |first )?(?:appeared|published|ran) (?:on|in|at|by) |^dieser (?:artikel|beitrag) (?:erschien|ist) (?:zuerst|ursprünglich) /i,
  ],
  [
    'share',
    /^(?:share|shares?:?|share (?:this|on|via|article|story|post|it|with|to)\b.{0,60}|tweet|teilen|artikel teilen|beitrag teilen|auf (?:facebook|twitter|x|whatsapp|linkedin) teilen|compartir.{0,40}|partager.{0,40}|condividi.{0,40}|compartilhar.{0,40}|delen|udostępnij|поделиться|シェア|シェアする|ツイート|분享|分享|مشاركة|whatsapp|facebook|twitter|x|linkedin|email|e-mail|pinterest|telegram|reddit|instagram|youtube|copy link|link kopieren|copiar enlace|print|drucken|imprimir|imprimer|pdf|follow us.{0,60}|folgen sie uns.{0,60}|síguenos.{0,60}|suivez-nous.{0,60}|bookmark|save|merken|xing|flipboard|pocket|messenger|copy|shortlink|per mail(?: versenden)?|click to share.{0,60}|like this:?|gefällt mir|like loading.{0,10}|feedback)$/i,
  ],
  [
    'comments',
    /^(?:\d{1,5} )?(?:comments?|comentarios?|commentaires?|kommentare?n?|reacties|commenti|komentarze|комментарии|コメント|评论|댓글|تعليقات|replies|responses?|antworten)(?:\s?\(?\d{0,6}\)?)?:?$|leave a (?:comment|reply)|your email address will not be published|required fields are marked|(?:post|add|write|view|show|read|join|hide) (?:a |your |the |all |\d{1,5} )?(?:comments?|conversation|discussion)|schreibe(?:n sie)? einen kommentar|deine e-mail-adresse wird nicht|erforderliche felder|kommentar (?:abschicken|schreiben|verfassen)|antwort (?:abbrechen|hinterlassen)|deja (?:un|una) (?:comentario|respuesta)|tu dirección de correo|laisser un commentaire|votre adresse e-?mail ne|diskutieren sie mit|log in to (?:leave a )?(?:comment|reply)|save my name, email|notify me of (?:new|follow)|commenting (?:policy|guidelines)|be the first to comment|sort by (?:newest|oldest|best)/i,
  ],
  [
    'newsletter',
    /newsletter|subscribe (?:to|now|today|for)|^subscribe\b|sign up (?:for|to|now|here|today)|get (?:our|the) .{0,40}(?:inbox|updates|headlines)/i,
  ],
  [
    'newsletter',
    /in your inbox|abonnieren|jetzt (?:abonnieren|anmelden|testen|lesen)|suscr[ií]b(?:ete|ase|irse)|inscrivez-vous|s'abonner|abonnez-vous|iscriviti|assine|подпис(?:аться|ывайтесь|ка)|メールマガジン|メルマガ|push-?(?:notifications?|nachrichten)|download (?:our|the) app|follow .{1,40} on (?:facebook|twitter|x|instagram|telegram|whatsapp|google news)|whatsapp-?(?:kanal|channel)|join our (?:channel|community|telegram|whatsapp)/i,
  ],
  [
    'related',
    /^(?:read (?:more|also|next|full).{0,160}|also read.{0,160}|see also.{0,160}|more:.{1,160}|related.{0,40}|related:.{1,160}|(?:more|latest|top|recent|popular|trending) (?:news|stories|articles|posts|from|on|in|about)\b.{0,60}|recommended.{0,40}|you (?:may|might) (?:also )?(?:like|be interested).{0,60}|don.?t miss.{0,40}|up next|most (?:read|popular|viewed|shared|commented).{0,40}|trending.{0,40}|what to read next|editor.?s? picks?|keep reading|continue reading.{0,60}|previous (?:article|post|story).{0,120}|next (?:article|post|story).{0,120}|watch:.{1,160}|watch also.{0,160}|lesen sie (?:auch|mehr|hier|dazu).{0,160}|mehr (?:zum|zu|aus|über|lesen|dazu|infos|von)\b.{0,100}|weiterlesen.{0,60}|das könnte (?:sie|dich|ihnen|euch) (?:auch )?.{0,40}|auch interessant.{0,120}|siehe auch.{0,120}|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|themen|beiträge)|passend dazu.{0,100}|zum thema.{0,60}|meistgelesen.{0,40}|mehr anzeigen|empfehlungen.{0,40}|aktuelle (?:nachrichten|themen|artikel|beiträge)|weitere (?:artikel|themen|nachrichten|beiträge|meldungen|informationen|infos).{0,60}|das interessiert gerade|leer también.{0,160}|lea también.{0,160}|lee también.{0,160}|te puede interesar.{0,160}|más (?:noticias|información|sobre|en)\b.{0,60}|relacionad[ao]s?|noticias relacionadas|lo más (?:leído|visto)|lire aussi.{0,160}|à lire.{0,160}|voir aussi.{0,160}|leggi anche.{0,160}|leia (?:também|mais).{0,160}|lees ook.{0,160}|læs også.{0,160}|les også.{0,160}|läs (?:också|även|mer).{0,160}|lue myös.{0,160}|czytaj (?:też|także|więcej).{0,160}|zobacz (?:też|także|również).{0,160}|čtěte (?:také|také:).{0,160}|čítajte.{0,160}|olvass(?:a|on).{0,100}|читайте (?:также|також|ещё).{0,160}|смотрите также.{0,160}|关連記事|関連記事.{0,60}|あわせて読みたい.{0,60}|相关(?:新闻|阅读|文章).{0,60}|관련\s?기사.{0,60}|اقرأ (?:أيضا|أيضًا|المزيد).{0,160}|devamını oku|ilgili haberler|baca juga.{0,160}|xem thêm.{0,160})$|^(?:read more|also read|read also|see also|more|related|watch|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lea también|lee también|leer también|leggi anche|leia também|leia mais|lees ook|читайте также|baca juga|mehr zum thema|hintergrund|exclusive|explained|explainer|opinion|video|photos|in pictures|interview|kommentar|analyse|podcast)\s?[:|»>–—-].{1,200}$/i,
  ],
  [
    'copyright',
    /©|\(c\) ?(?:19|20)\d\d|copyright\b|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits|diritti riservati|direitos reservados|все права защищены|無断転載|版权所有|禁止转载|無断|without (?:prior |express )?(?:written )?(?:permission|authorization|consent)|may not be (?:published|reproduced|redistributed)|terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy|^(?:impressum|datenschutz|agb|imprint|datenschutzerklärung|nutzungsbedingungen|mediadaten|kontakt|contact(?: us)?|about(?: us)?|advertise(?: with.{0,20})?|aviso legal|mentions légales|política de privacidad|sitemap|careers|jobs|faq|help|hilfe)$|registration number|powered by|icp(?:备|证)/i,
  ],
  [
    'consent',
    /\bcookies?\b|datenschutz(?:erklärung|einstellungen|bestimmungen)|privacy (?:settings|manager|notice|preferences)|externe(?:r|n)? (?:inhalte?|inhalten)/i,
  ],
  [
    'consent',
    /personenbezogene daten|recommended editorial content|empfohlener redaktioneller inhalt|an dieser stelle (?:finden|steht|befindet)|inhalt (?:anzeigen|laden)|inhalte von .{1,40} angezeigt|mit (?:ihrer|deiner) zustimmung|javascript/i,
  ],
  [
    'account',
    /^(?:log ?in|log ?out|sign ?in|sign ?up|register|login|anmelden|abmelden|registrieren|einloggen|mein konto|my account|iniciar sesión|connexion|se connecter|accedi|entrar|войти|ログイン|登录|로그인|search|suche|suchen|buscar|rechercher|поиск|検索|menu|menü|home|startseite|inicio|accueil|skip to .{1,30}|zum inhalt.{0,20}|close|schließen|cerrar|fermer|open|submit|ok|back to top|nach oben|top|zurück|weiter|next|previous|prev|load more|show more|mehr laden|e-?paper|abo|abonnement|donate|spenden|en|de|fr|es)$/i,
  ],
  [
    'account',
    /already (?:a subscriber|a member|have an account|registered)|bereits (?:abonnent|registriert|kunde|angemeldet)|noch kein(?:e)? (?:konto|abo)|forgot (?:your )?password|passwort vergessen|(?:monat|woche) (?:kostenlos|gratis)|free (?:trial|articles? (?:left|remaining))|this (?:article|content) is (?:for|only|available to|reserved) |premium|€ ?(?:pro|im|\/) ?monat|\$\d+(?:\.\d\d)? ?(?:a|per|\/) ?(?:month|week)|有料会員|会員限定|この記事は有料/i,
  ],
  [
    'advert',
    /^(?:advertisement|advertising|ads?|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|реклама|広告|广告|광고|sponsored(?: content| by.{0,40})?|promoted|ad feedback|story continues below.{0,40}|article continues (?:below|after).{0,40}|continua após.{0,40}|la suite après.{0,60}|scroll to continue.{0,40}|-? ?advertisement ?-?|paid content|affiliate.{0,60}|promotion|reklama|reklam|ilan|إعلان)$|affiliate[- ]?links?|we (?:may )?earn (?:a )?commission|provision (?:erhalten|vom)|enlaces patrocinados|sponsored links/i,
  ],
  [
    'caption',
    /^(?:photos?|pictures?|images?|fotos?|bilde?r?|foto|video|symbolbild|symbolfoto|file photo|file image|archivfoto|archivbild|photo illustration|illustration|grafik|graphic|map|karte|photograph|imagen|crédito|photo credit|bild|zdjęcie|фото|写真|图|사진|صورة|fotografía)\s?(?::|by\s|credit|©|\/|von\s|courtesy|via\s).{0,300}$|^\d{1,3} ?(?:of|\/|von|de) ?\d{1,3}$/i,
  ],
  [
    'caption',
    /(?:hide|show|toggle) caption|enlarge (?:this )?image|view (?:image|gallery|photo)|bild (?:vergrößern|in originalgröße)|bildrechte|bildquelle|in full ?screen|ver galería/i,
  ],
  // The credits at the end of a line are looked for at that one place.
  [
    'caption',
    /$(?<=(?:getty images|afp\/getty|ap photo|reuters\/|imago(?: images)?|picture alliance|shutterstock|istock|unsplash|pixabay|pexels|dpa[/-]picture|epa-efe|efe\/|afp photo|wikimedia commons|adobe ?stock|handout|alamy|zuma|anadolu agency via|wireimage|nurphoto|sipa)[^.!?]{0,60})|$(?<=(?:\(|\[|©|foto: |photo: |bild: |quelle: |credit: |photograph: )(?:photo|foto|bild|image|picture|credit|file|archiv|getty|ap |afp|reuters|dpa|symbolbild|imago)[^.]{0,80})/iy,
  ],
  [
    'byline',
    /^(?:by|von|por|par|di|door|av|af|autor(?:in)?|author|text|written by|posted by|published by|reported by|redaktion|автор|文|記者|기자|بقلم)\s?:?\s[^.!?]{2,80}$|^(?:published|updated|last updated|posted|first published|veröffentlicht|aktualisiert|stand|erstellt|publicado|actualizado|publié|mis à jour|pubblicato|aggiornato|опубликовано|обновлено|datum|date|modified|created|editor|editor in chief|supervisor|chefredaktion|lesezeit|lesedauer|reading time|min(?:ute)?s? read|tiempo de lectura|temps de lecture)\b.{0,100}$|^\d{1,3} ?(?:min(?:ute)?n?s?\.?(?: read| lesezeit| de lectura)?|hours? ago|days? ago|minutes? ago)$|^(?:vor|hace|il y a) \d{1,3} .{1,20}$/i,
  ],
  [
    'contact',
    /^(?:contact|reach|follow|email|e-mail|write to|kontakt|tel\.?|telefon|fax|phone|whatsapp)\b.{0,80}(?:@|\d{4}|twitter|on x)|^(?:.{2,60} (?:is|are) an? .{0,80}(?:reporter|correspondent|editor|journalist|contributor|writer|freelance|columnist|author).{0,200})$|contributed to this (?:report|article|story|post)|^(?:reporting|writing|editing|additional reporting) by .{1,200}$|follow (?:him|her|them|me) (?:on|@|at)|our standards: |das (?:zdf|ard).{0,40}(?:app|mediathek)/i,
  ],
  [
    'navigation',
    /\s[>»›/|•·]\s.{1,60}?\s[>»›/|•·]\s|^(?:home|startseite|inicio|accueil)\s?[>»›/|].{1,120}$|^you are here|^sie (?:sind|befinden sich) hier|^(?:tags?|topics?|themen|schlagworte|filed under|categories|category|kategorien?|etiquetas|mots-clés|keywords?|stichworte|schlagwörter|in this article|temas|rubriken?|ressort|more on)\s?:.{0,200}$|^(?:tags?|topics?|themen|schlagworte|kategorien|categories|etiquetas|temas|inhaltsverzeichnis|table of contents|contents|inhalt)$/i,
  ],
];
