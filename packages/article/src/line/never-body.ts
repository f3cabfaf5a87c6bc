import { phraseKind } from './phrases.ts';

const neverKinds: ReadonlySet<string> = new Set(['share', 'comments', 'related', 'advert', 'feed-footer', 'caption']);
const endsSentence = /[.!?。！？…]["'”’»)]{0,2}$/;
/** A picture's credit at the head of its caption: "Getty Images A man …", "AP:Associated Press The lorry …". */
const creditedCaption =
  /^(?:(?:AFP|AP|EPA|PA|Reuters|REUTERS|dpa)(?:[/:][\p{L} ]{2,24})?|GETTY|Getty(?: Images)?|Rex(?: Features)?|Alamy|Splash News|Shutterstock|Handout|Twitter|Instagram|Facebook)(?: - [\p{L}]{2,14})? (?=\p{Lu}|A )/u;

/** Who reported and edited: "Reporting by A; editing by B", "C contributed to this report." */
const staffLine =
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) by .{2,250}$|^.{2,120} (?:also )?contributed (?:reporting )?to this (?:report|article|story|post)\.?\)?$/i;

/** How an embedded post ends: "— Ada Quill (@quill) May 4, 2020". The words are another's, and the line does not say so to a reader of sentences. */
const embeddedPost = /(?:^|\s)[—–-] ?[^—–\n]{1,60} \(@\w{1,30}\)(?: .{0,40})?$/;
const longestPost = 600;

/** Whether a line is an embedded post with its author, or that author alone. */
export function endsEmbeddedPost(text: string): 'whole' | 'author' | undefined {
  if (text.length > longestPost || !text.includes('(@') || !embeddedPost.test(text)) return undefined;
  return /^[—–-]/.test(text) ? 'author' : 'whole';
}

/** Whether a line is so plainly the site's own (a "Read more:" link, a picture credit, a share label, another's post) that no judge's opinion counts. */
export function isNeverBody(text: string): boolean {
  if ((text.length <= 300 && staffLine.test(text)) || endsEmbeddedPost(text) !== undefined) return true;
  if (text.length > 300 || endsSentence.test(text.slice(-4))) return false;
  return neverKinds.has(phraseKind(text)) || creditedCaption.test(text);
}
