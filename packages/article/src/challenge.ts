import { phraseKind } from './line/phrases.ts';
import type { Rejection, RejectionCode } from './reading.ts';

const patterns: readonly (readonly [RejectionCode, RegExp])[] = [
  [
    'challenge',
    /just a moment\.\.\.|checking (?:if the site connection is secure|your browser before)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|i.?m not a robot|please (?:enable|turn on) (?:javascript|cookies|js)(?: and cookies)? (?:to continue|and disable|in your browser)|enable javascript and cookies to continue|attention required! \| cloudflare|ddos protection by|unusual (?:traffic|activity) from your|complete the (?:security check|captcha)|pardon our interruption|access to this page has been denied|press (?:&|and) hold to confirm|request unsuccessful\. incapsula|please verify you are a human|needs to review the security of your connection|bitte bestätigen sie, dass sie ein mensch|sicherheitsüberprüfung|подтвердите, что вы не робот|проверка браузера|vérifi(?:er|ez) que vous (?:êtes|n'êtes pas)|no soy un robot/i,
  ],
  [
    'consent',
    /before you continue to|we (?:and our (?:\d{1,5} )?partners|value your privacy)|accept (?:all|cookies) (?:and continue|to continue)|um (?:diese|unsere) (?:seite|website|inhalte).{0,60}(?:cookies|zustimm)/i,
  ],
  [
    'consent',
    /mit werbung (?:lesen|weiterlesen)|weiter mit (?:werbung|tracking)|zustimmen (?:und|&) weiter|your privacy choices|utilizamos cookies|nous et nos (?:\d{1,5} )?partenaires|continuer sans accepter|ihre (?:zustimmung|einwilligung) (?:ist|wird)|manage (?:your )?(?:cookie|consent) (?:preferences|choices)/i,
  ],
  [
    'login',
    /(?:please|you must) (?:log ?in|sign ?in|register) to (?:continue|read|view|access)|sign in to continue|bitte (?:melden|loggen) sie sich|log in or (?:sign up|create an account) to continue|inicia sesión para continuar|connectez-vous pour (?:lire|continuer)/i,
  ],
  [
    'error-page',
    /\b(?:404|403|410|500|502|503)\b.{0,40}(?:not found|forbidden|gone|error|unavailable|bad gateway|fehler)|page (?:you requested )?(?:could|can) ?not be found|page not found|seite (?:wurde )?nicht gefunden|página no encontrada|page introuvable|access denied|service unavailable|this (?:page|article) is no longer available|content (?:is )?(?:not available|unavailable) in your (?:region|country)/i,
  ],
];

/** Letters of text below which a page that speaks of a challenge, a wall or an error is that page and not an article about it. */
const shortBody = 1_200;

/**
 * Tells challenge, consent, login and error pages from articles: they are short, and their title or first words say what they are.
 * @param title the page's title; @param text all its visible text; @param body what the reader took for the article.
 */
export function refusePage(title: string, text: string, body: string): Rejection | null {
  if (body.length >= shortBody) return null;
  const head = `${title.slice(0, 200)}\n${text.slice(0, 3_000)}`;
  for (const [code, pattern] of patterns) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const inTitle = match.index < title.length;
    if (body.length < (inTitle ? shortBody : 400) || (text.length < shortBody && body.includes(match[0])))
      return { code, detail: match[0].replace(/\s+/g, ' ').slice(0, 120) };
  }
  return null;
}

/**
 * Tells a wall of consent text from an article about such things: most of what was kept speaks of cookies and consent, and nothing on the page calls it an article.
 * @param isArticle whether the page's own data name a headline or a date.
 */
export function refuseConsentText(body: readonly string[], isArticle: boolean): Rejection | null {
  if (isArticle) return null;
  let about = 0;
  let all = 0;
  for (const text of body) {
    all += text.length;
    if (phraseKind(text) === 'consent') about += text.length;
  }
  return about > 0.5 * all
    ? { code: 'consent', detail: `${Math.round((100 * about) / all)} % of the text speaks of cookies and consent` }
    : null;
}
