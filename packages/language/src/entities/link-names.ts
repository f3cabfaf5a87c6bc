import type { Lexicon } from '../lexicon/lexicon.ts';
import { isTitle } from '../names/titles.ts';
import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';
import { findAliasPairs } from './alias-patterns.ts';
import type { Entity, EntityMention } from './entity.ts';
import { EntityIndex } from './entity-index.ts';
import { findRole } from './roles.ts';

interface Occurrence {
  name: NameMention;
  sentence: number;
  text: string;
  /** Words of the name, without hyphens split. */
  words: number;
}

/**
 * Gathers the names of a text into entities: same spelling, variants and acronyms, surnames and short forms of fuller names, and
 * what the text itself equates ("World Health Organization (WHO)"). Fuller names are placed first, so that a short form finds them
 * wherever they stand. Entities are in order of first mention.
 */
export function linkNames(text: string, sentences: readonly ParsedSentence[], lexicon: Lexicon): Entity[] {
  const occurrences: Occurrence[] = sentences.flatMap((s, sentence) =>
    s.names.map((name) => {
      const form = text.slice(name.start, name.end);
      return { name, sentence, text: form, words: form.split(/\s+/).length };
    }),
  );
  const index = new EntityIndex(lexicon);
  const found = new Map<NameMention, Entity>();
  const fullestFirst = occurrences
    .map((o, order) => ({ ...o, order }))
    .sort((a, b) => Math.min(b.words, 2) - Math.min(a.words, 2) || a.order - b.order);
  for (const o of fullestFirst) {
    const entity = index.find(o.text, o.name.type, o.name.start) ?? index.add(o.text, o.name.type);
    index.addForm(entity, o.text, o.name.start);
    found.set(o.name, entity);
  }
  sentences.forEach((s) => {
    for (const { name, alias } of findAliasPairs(text, s)) {
      const entity = found.get(name);
      if (entity === undefined) continue;
      const form = text.slice(alias.start, alias.end);
      const other = s.names.find((n) => n.start < alias.end && alias.start < n.end);
      const known = other === undefined ? index.exact(form) : found.get(other);
      if (known !== undefined && known !== entity) {
        index.merge(entity, known);
        for (const [n, e] of found) if (e === known) found.set(n, entity);
      }
      index.addForm(entity, form, alias.start);
    }
  });
  for (const o of occurrences) {
    const entity = found.get(o.name);
    if (entity === undefined) continue;
    entity.mentions.push(mentionOf(o.name, o.sentence));
    if (entity.type === 'PER') describePerson(text, sentences[o.sentence] as ParsedSentence, o.name, entity, lexicon);
  }
  const entities = [...new Set(occurrences.map((o) => found.get(o.name)).filter((e) => e !== undefined))];
  entities.forEach((e, id) => (e.id = id));
  return entities;
}

function mentionOf(name: NameMention, sentence: number): EntityMention {
  return {
    sentence,
    start: name.start,
    end: name.end,
    tokenStart: name.tokenStart,
    tokenEnd: name.tokenEnd,
    kind: 'name',
    confidence: name.confidence,
  };
}

function describePerson(text: string, sentence: ParsedSentence, name: NameMention, entity: Entity, lexicon: Lexicon): void {
  const role = findRole(sentence, name, lexicon);
  if (role !== undefined) {
    const words = text.slice(role.start, role.end);
    if (!entity.roles.includes(words)) entity.roles.push(words);
  }
  const before = sentence.tokens[name.tokenStart - 1]?.text.toLowerCase().replace('.', '') ?? '';
  const byTitle = /^(?:mr|sir|lord|king|prince|duke|emperor|sultan|pope|father|brother|uncle|baron|spokesman|chairman|congressman)$/.test(
    before,
  )
    ? 'male'
    : /^(?:mrs|ms|miss|lady|dame|queen|princess|duchess|sister|aunt|baroness|spokeswoman|chairwoman|congresswoman|madam)$/.test(before)
      ? 'female'
      : undefined;
  const first = entity.name.split(/[\s-]+/).find((w) => !isTitle(w)) ?? '';
  const gender = byTitle ?? entity.gender ?? (entity.name.includes(' ') ? lexicon.genderOf(first) : undefined);
  if (gender !== undefined) entity.gender = gender;
}
