import { phraseKind } from './phrases.ts';

const neverKinds: ReadonlySet<string> = new Set(['share', 'comments', 'related', 'advert', 'feed-footer', 'caption']);
const endsSentence = /[.!?。！？…]["'”’»)]{0,2}$/;
/** A picture's credit at the head of its caption: "Getty Images A man …", "AP:Associated Press The lorry …". */
const creditedCaption =
  /^(?:(?:AFP|AP|EPA|PA|Reuters|REUTERS|dpa)(?:[/:][\p{L} ]{2,24})?|GETTY|Getty(?: Images)?|Rex(?: Features)?|Alamy|Splash News|Shutterstock|Handout|Twitter|Instagram|Facebook)(?: - [\p{L}]{2,14})? (?=\p{Lu}|A )/u;

/** Who reported and edited: "Reporting by A; editing by B", "C contributed to this report." */
const staffLine =
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) by .{2,250}$|^.{2,120} (?:also )?contributed (?:reporting )?to this (?:report|article|story|post)\.?\)?$/i;

/** Whether a line is so plainly the site's own (a "Read more:" link, a picture credit, a share label) that no judge's opinion counts. */
export function isNeverBody(text: string): boolean {
  if (text.length <= 300 && staffLine.test(text)) return true;
  if (text.length > 300 || endsSentence.test(text.slice(-4))) return false;
  return neverKinds.has(phraseKind(text)) || creditedCaption.test(text);
}
