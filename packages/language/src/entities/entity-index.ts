import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NameType } from '../names/name-classes.ts';
import type { Entity } from './entity.ts';
import { keptPlainName } from './name-key.ts';
import { coreOfOrganisation, isAcronymOf } from './organisation-name.ts';
import { sameName } from './same-name.ts';

/** Entities compared one by one with a new name, at most: keeps a text of thousands of names linear. */
const mostCompared = 200;

interface Form {
  entity: Entity;
  /** Where the form stands first; a short form means the nearest bearer before it. */
  at: number;
}

/** The entities of one text by the forms they are called by. */
export class EntityIndex {
  private readonly byPlain = new Map<string, Entity>();
  private readonly byPart = new Map<string, Form[]>();
  private readonly entities: Entity[] = [];
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** The entity called exactly so, whatever its type. */
  exact(form: string): Entity | undefined {
    return this.byPlain.get(keptPlainName(form));
  }

  /** The entity that a name of a type, standing at an offset, means; undefined when none is known. */
  find(form: string, type: NameType, at: number): Entity | undefined {
    const plain = keptPlainName(form);
    const same = this.byPlain.get(plain);
    if (same !== undefined && (same.type === type || plain.includes(' '))) return same;
    const part = this.partOf(plain, form, type, at);
    if (part !== undefined) return part;
    const recent = this.entities.slice(-mostCompared);
    return (
      recent.findLast((e) => e.type === type && (type !== 'LOC' || form.length > 3) && sameName(form, e.name, { type })) ??
      this.acronym(form, type, recent)
    );
  }

  /** Makes a new entity. */
  add(name: string, type: NameType): Entity {
    const entity: Entity = { id: this.entities.length, name, type, aliases: [], roles: [], mentions: [] };
    this.entities.push(entity);
    return entity;
  }

  /** Notes that an entity is called so at an offset; the fullest form becomes its name. */
  addForm(entity: Entity, form: string, at: number): void {
    const plain = keptPlainName(form);
    if (!entity.aliases.includes(form)) entity.aliases.push(form);
    if (!this.byPlain.has(plain)) this.byPlain.set(plain, entity);
    const words = plain.split(' ');
    const parts = entity.type === 'PER' ? [words.at(-1) as string, words[0] as string] : [coreOfOrganisation(plain), words[0] as string];
    for (const part of new Set(parts)) {
      const forms = this.byPart.get(part) ?? [];
      if (!forms.some((f) => f.entity === entity)) forms.push({ entity, at });
      this.byPart.set(part, forms);
    }
    if (plain.length > keptPlainName(entity.name).length && !isAcronymOf(entity.name, form)) entity.name = form;
    entity.aliases.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  }

  /** Makes two entities one; the second is void then. */
  merge(into: Entity, from: Entity): void {
    for (const [plain, entity] of this.byPlain) if (entity === from) this.byPlain.set(plain, into);
    for (const forms of this.byPart.values()) for (const f of forms) if (f.entity === from) f.entity = into;
    for (const form of from.aliases) this.addForm(into, form, 0);
    into.roles.push(...from.roles.filter((r) => !into.roles.includes(r)));
    this.entities.splice(this.entities.indexOf(from), 1);
  }

  /** A surname, given name or first words of a fuller name already known. */
  private partOf(plain: string, form: string, type: NameType, at: number): Entity | undefined {
    if (plain.length < 3) return undefined;
    const key = type === 'ORG' ? coreOfOrganisation(plain) : plain;
    const bearers = (this.byPart.get(key.split(' ')[0] as string) ?? []).filter(({ entity }) => this.fits(entity, key, form, type));
    // The nearest bearer named before; failing that the first named after.
    const before = bearers.filter((b) => b.at <= at).sort((a, b) => b.at - a.at)[0];
    return (before ?? bearers.sort((a, b) => a.at - b.at)[0])?.entity;
  }

  private fits(entity: Entity, key: string, form: string, type: NameType): boolean {
    const whole = keptPlainName(entity.name);
    if (entity.type === 'PER') return !key.includes(' ') && whole.split(' ').length > 1 && (type === 'PER' || whole.endsWith(` ${key}`));
    if (entity.type !== type || type === 'LOC') return false;
    // "Acme" for "Acme Widgets", but not "Bank" for "Bank of England" nor "Syrian" for "Syrian Observatory".
    const kinds = this.lexicon.kindsOf(form);
    if (kinds.includes('country') || kinds.includes('demonym') || kinds.includes('city')) return false;
    return coreOfOrganisation(whole).startsWith(`${key} `) && this.lexicon.partsOf(key.split(' ')[0] as string) === 0;
  }

  private acronym(form: string, type: NameType, recent: readonly Entity[]): Entity | undefined {
    if (type === 'PER') return undefined;
    return recent.findLast((e) => e.type !== 'PER' && (isAcronymOf(form, e.name) || isAcronymOf(e.name, form)));
  }
}
