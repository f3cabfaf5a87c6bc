import type { RepairLog } from '../repairs.ts';
import { conventionalPrefix, prefixOfNamespace } from './names.ts';

/** More declarations than any real feed has in one place; what goes beyond is ignored, so that a hostile one cannot make scopes costly. */
const maxDeclarations = 64;

/** The namespace declarations in force at one element, and a cache of the names already resolved under them. */
export class NamespaceScope {
  readonly #declared: ReadonlyMap<string, string>;
  readonly #keys = new Map<string, string>();
  readonly #repairs: RepairLog;
  /** What a name without prefix means, where the document's root decided it against (or without) its declaration. */
  readonly #rootMeaning: { address: string; prefix: string } | undefined;

  constructor(declared: ReadonlyMap<string, string>, repairs: RepairLog, rootMeaning?: { address: string; prefix: string }) {
    this.#declared = declared;
    this.#repairs = repairs;
    this.#rootMeaning = rootMeaning;
  }

  /** A scope below this one, with the `xmlns` attributes of an element added. */
  extend(attributes: ReadonlyMap<string, string>): NamespaceScope {
    const declared = new Map(this.#declared);
    for (const [name, value] of attributes) {
      if (declared.size >= maxDeclarations) break;
      if (name === 'xmlns') declared.set('', value);
      else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value);
    }
    return new NamespaceScope(declared, this.#repairs, this.#rootMeaning);
  }

  /** The scope that takes names without prefix in the root's own namespace as belonging to `prefix`. */
  withRootMeaning(prefix: string): NamespaceScope {
    return new NamespaceScope(this.#declared, this.#repairs, { address: this.#declared.get('') ?? '', prefix });
  }

  /** Raw element name → `prefix:local` with this code's own prefixes, lower case; names of namespaces unknown here begin with `{`. */
  key(name: string): string {
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = this.#resolve(name);
      if (this.#keys.size < 500) this.#keys.set(name, key);
    }
    return key;
  }

  #resolve(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1).toLowerCase();
    const address = this.#declared.get(prefix);
    if (colon < 0 && this.#rootMeaning?.address === (address ?? '')) return this.#rootMeaning.prefix + local;
    if (address === undefined && colon < 0) return local;
    const known = address === undefined ? undefined : prefixOfNamespace(address);
    if (known !== undefined) return known + local;
    const usual = colon < 0 ? undefined : conventionalPrefix(prefix);
    if (usual !== undefined && prefix !== 'xml') this.#repairs.add(address === undefined ? 'undeclared-prefix' : 'odd-namespace');
    return usual === undefined ? `{${address ?? prefix}}${local}` : usual + local;
  }
}
