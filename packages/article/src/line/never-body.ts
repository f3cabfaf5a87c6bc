import { makeScreen } from '../screen/screen.ts';
import type { PhraseKind } from './phrases.ts';
import { phraseKind } from './phrases.ts';

const neverKinds: ReadonlySet<string> = new Set(['share', 'comments', 'related', 'advert', 'feed-footer', 'caption']);
const endsSentence = /[.!?。！？…]["'”’»)]{0,2}$/;
/** A picture's credit at the head of its caption: "Getty Images A man …", "AP:Associated Press The lorry …". */
const creditedCaption =
  /^(?:(?:AFP|AP|EPA|PA|Reuters|REUTERS|dpa)(?:[/:][\p{L} ]{2,24})?|GETTY|Getty(?: Images)?|Rex(?: Features)?|Alamy|Splash News|Shutterstock|Handout|Twitter|Instagram|Facebook)(?: - [\p{L}]{2,14})? (?=\p{Lu}|A )/u;

/** Who reported and edited: "Reporting by A; editing by B", "C contributed to this report." */
const staffLine =
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) by .{2,250}$|^.{2,120} (?:also )?contributed (?:reporting )?to this (?:report|article|story|post)\.?\)?$/i;
const namesStaff = makeScreen([staffLine]);

const longestPost = 600;
/** How long the name before an account may be, and the date behind it. */
const longestName = 60;
const longestDate = 42;

/**
 * Whether a line ends as an embedded post does, "— Ada Quill (@quill) May 4, 2020", with the post's words or without them. The words are another's, and nothing but this end says so.
 * No expression, because these parts in a row have none that is linear.
 */
export function endsEmbeddedPost(text: string): 'whole' | 'author' | undefined {
  if (text.length > longestPost) return undefined;
  const account = text.lastIndexOf(' (@');
  const closed = text.indexOf(')', account);
  if (account < 0 || closed < 0 || text.length - closed > longestDate || !/^\w{1,30}$/.test(text.slice(account + 3, closed)))
    return undefined;
  const dash = Math.max(...['—', '–', '-'].map((mark) => text.lastIndexOf(`${mark} `, account)));
  if (dash < 0 || account - dash > longestName) return undefined;
  if (dash === 0) return 'author';
  return text[dash - 1] === ' ' ? 'whole' : undefined;
}

/** Whether a line is so plainly the site's own (a "Read more:" link, a picture credit, a share label, another's post) that no judge's opinion counts. */
export function isNeverBody(text: string, kind: PhraseKind = phraseKind(text)): boolean {
  if ((text.length <= 300 && namesStaff(text) !== 0 && staffLine.test(text)) || endsEmbeddedPost(text) !== undefined) return true;
  if (text.length > 300 || endsSentence.test(text.slice(-4))) return false;
  return neverKinds.has(kind) || creditedCaption.test(text);
}
