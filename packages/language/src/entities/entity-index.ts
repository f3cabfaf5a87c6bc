import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NameType } from '../names/name-classes.ts';
import type { Entity } from './entity.ts';
import { nameForm, type NameForm } from './name-form.ts';
import { sameForm } from './same-name.ts';

/** Entities compared one by one with a new name, at most: keeps a text of thousands of names linear. */
const mostCompared = 200;

interface Form {
  entity: Entity;
  /** Where the form stands first; a short form means the nearest bearer before it. */
  at: number;
}

/** An entity with its name as names are compared. */
interface Known {
  entity: Entity;
  name: NameForm;
}

/** The entities of one text by the forms they are called by. */
export class EntityIndex {
  private readonly byPlain = new Map<string, Entity>();
  private readonly byPart = new Map<string, Form[]>();
  private readonly known: Known[] = [];
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** The entity called exactly so, whatever its type. */
  exact(form: string): Entity | undefined {
    return this.byPlain.get(nameForm(form).plain);
  }

  /** The entity that a name of a type, standing at an offset, means; undefined when none is known. */
  find(text: string, type: NameType, at: number): Entity | undefined {
    const form = nameForm(text);
    const same = this.byPlain.get(form.plain);
    if (same !== undefined && (same.type === type || form.plain.includes(' '))) return same;
    const part = this.partOf(form, text, type, at);
    if (part !== undefined) return part;
    const { known } = this;
    const first = Math.max(0, known.length - mostCompared);
    if (type !== 'LOC' || text.length > 3) {
      for (let i = known.length - 1; i >= first; i--) {
        const { entity, name } = known[i] as Known;
        if (entity.type === type && sameForm(form, name, type)) return entity;
      }
    }
    if (type === 'PER') return undefined;
    for (let i = known.length - 1; i >= first; i--) {
      const { entity, name } = known[i] as Known;
      if (entity.type !== 'PER' && (form.isAcronymOf(name) || name.isAcronymOf(form))) return entity;
    }
    return undefined;
  }

  /** Makes a new entity. */
  add(name: string, type: NameType): Entity {
    const entity: Entity = { id: this.known.length, name, type, aliases: [], roles: [], mentions: [] };
    this.known.push({ entity, name: nameForm(name) });
    return entity;
  }

  /** Notes that an entity is called so at an offset; the fullest form becomes its name. */
  addForm(entity: Entity, text: string, at: number): void {
    const form = nameForm(text);
    const { plain } = form;
    if (!entity.aliases.includes(text)) {
      entity.aliases.push(text);
      entity.aliases.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
      if (!this.byPlain.has(plain)) this.byPlain.set(plain, entity);
      this.addParts(entity, form, at);
    }
    const name = nameForm(entity.name);
    if (plain.length <= name.plain.length || name.isAcronymOf(form)) return;
    entity.name = text;
    for (const known of this.known) if (known.entity === entity) known.name = form;
  }

  /** Notes the words by which a form may be meant. */
  private addParts(entity: Entity, { plain, core }: NameForm, at: number): void {
    const words = plain.split(' ');
    const parts = entity.type === 'PER' ? [words.at(-1) as string, words[0] as string] : [core, words[0] as string];
    for (const part of new Set(parts)) {
      const forms = this.byPart.get(part) ?? [];
      if (!forms.some((f) => f.entity === entity)) forms.push({ entity, at });
      this.byPart.set(part, forms);
    }
  }

  /** Makes two entities one; the second is void then. */
  merge(into: Entity, from: Entity): void {
    for (const [plain, entity] of this.byPlain) if (entity === from) this.byPlain.set(plain, into);
    for (const forms of this.byPart.values()) for (const f of forms) if (f.entity === from) f.entity = into;
    for (const form of from.aliases) this.addForm(into, form, 0);
    into.roles.push(...from.roles.filter((r) => !into.roles.includes(r)));
    this.known.splice(
      this.known.findIndex(({ entity }) => entity === from),
      1,
    );
  }

  /** A surname, given name or first words of a fuller name already known. */
  private partOf({ plain, core }: NameForm, text: string, type: NameType, at: number): Entity | undefined {
    if (plain.length < 3) return undefined;
    const key = type === 'ORG' ? core : plain;
    const bearers = (this.byPart.get(key.split(' ')[0] as string) ?? []).filter(({ entity }) => this.fits(entity, key, text, type));
    // The nearest bearer named before; failing that the first named after.
    const before = bearers.filter((b) => b.at <= at).sort((a, b) => b.at - a.at)[0];
    return (before ?? bearers.sort((a, b) => a.at - b.at)[0])?.entity;
  }

  private fits(entity: Entity, key: string, text: string, type: NameType): boolean {
    const whole = nameForm(entity.name);
    if (entity.type === 'PER')
      return !key.includes(' ') && whole.plain.includes(' ') && (type === 'PER' || whole.plain.endsWith(` ${key}`));
    if (entity.type !== type || type === 'LOC') return false;
    // "Acme" for "Acme Widgets", but not "Bank" for "Bank of England" nor "Syrian" for "Syrian Observatory".
    const kinds = this.lexicon.kindsOf(text);
    if (kinds.includes('country') || kinds.includes('demonym') || kinds.includes('city')) return false;
    return whole.core.startsWith(`${key} `) && this.lexicon.partsOf(key.split(' ')[0] as string) === 0;
  }
}
