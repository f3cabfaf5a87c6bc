import { plainText, elementText } from '../feed-text.ts';
import type { XmlElement } from '../xml/element.ts';

/** All authors under an element, of the first of `keys` that names any: `Name (address)`, joined by commas. */
export function authorsOf(element: XmlElement, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    if (element.first(key) === undefined) continue;
    const names = element.all(key).map((person) => (person.cut ? '' : personName(person)));
    const distinct = [...new Set(names.filter((name) => name !== ''))];
    if (distinct.length > 0) return distinct.join(', ');
  }
  return undefined;
}

function personName(person: XmlElement): string {
  const part = (local: string): string =>
    plainText(elementText(person.first(`atom:${local}`) ?? person.first(local) ?? person.first(`itunes:${local}`)));
  const name = part('name');
  const email = part('email');
  if (name !== '') return email === '' ? name : `${name} (${email})`;
  return email === '' && person.children.length === 0 ? plainText(elementText(person)) : email;
}
