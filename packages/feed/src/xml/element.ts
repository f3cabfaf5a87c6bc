import type { RepairLog } from '../repairs.ts';
import { readAttributes } from './attributes.ts';
import { decodeReferences } from './references.ts';

/** The document an element stands in: its source, the entities it declares, and the log of what was put right. */
export interface XmlSource {
  readonly text: string;
  readonly entities: ReadonlyMap<string, string>;
  readonly repairs: RepairLog;
}

const none: readonly XmlElement[] = [];
/** Stands for no children in every element that has none: most have none. */
const noChildren: XmlElement[] = [];

/** One element: a stretch of the source. Text and attributes are read when asked for, so that what nobody asks for costs nothing. */
export class XmlElement {
  /** `prefix:local`, lower case, with this code's own prefixes. */
  readonly key: string;
  readonly parent: XmlElement | undefined;
  /** Child elements; kept only under containers (see `scanXml`). */
  children: XmlElement[] = noChildren;
  /** Offset of the start tag's `<`. */
  readonly offset: number;
  innerStart: number;
  innerEnd = -1;
  /** Has child elements, kept or not. */
  hasMarkup = false;
  /** Has CDATA sections, comments or processing instructions in it. */
  hasSections = false;
  /** The document ended inside it. */
  cut = false;
  readonly #source: XmlSource;
  readonly #tag: string;
  #attributes: ReadonlyMap<string, string> | undefined;
  #byKey: Map<string, XmlElement[]> | undefined;

  constructor(source: XmlSource, key: string, parent: XmlElement | undefined, offset: number, tag: string, innerStart: number) {
    this.#source = source;
    this.key = key;
    this.parent = parent;
    this.offset = offset;
    this.#tag = tag;
    this.innerStart = innerStart;
  }

  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= readAttributes(this.#tag, this.#source.entities, this.#source.repairs);
    return this.#attributes;
  }

  attribute(name: string): string | undefined {
    return this.#tag === '' ? undefined : this.attributes.get(name);
  }

  add(child: XmlElement): void {
    if (this.children === noChildren) this.children = [child];
    else this.children.push(child);
  }

  /** First child of a key. */
  first(key: string): XmlElement | undefined {
    return this.all(key)[0];
  }

  /** Children of a key, in document order. The index is made when first asked for: the tree is complete by then. */
  all(key: string): readonly XmlElement[] {
    if (this.children.length === 0) return none;
    if (this.#byKey === undefined) {
      this.#byKey = new Map();
      for (const child of this.children) {
        const same = this.#byKey.get(child.key);
        if (same === undefined) this.#byKey.set(child.key, [child]);
        else same.push(child);
      }
    }
    return this.#byKey.get(key) ?? none;
  }

  /** Nearest value of an inherited attribute (`xml:lang`), this element's own first. */
  inherited(name: string): string | undefined {
    return this.attribute(name) ?? this.parent?.inherited(name);
  }

  /** Text with references resolved and CDATA unwrapped. With child elements: their markup as the feed carries it. Trimmed. */
  value(): string {
    const inner = this.#source.text.slice(this.innerStart, this.innerEnd);
    if (this.hasMarkup) return (this.hasSections ? markupWithoutSections(inner) : inner).trim();
    const { entities, repairs } = this.#source;
    return (
      this.hasSections
        ? textWithSections(inner, (text) => decodeReferences(text, entities, repairs))
        : decodeReferences(inner, entities, repairs)
    ).trim();
  }
}

/** Splits at CDATA, comments and processing instructions; `plain` transforms the rest, CDATA goes through `cdata`, the others go. */
function throughSections(inner: string, plain: (text: string) => string, cdata: (text: string) => string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = inner.indexOf('<', at);
    if (open < 0) return out + plain(inner.slice(at));
    let end: number;
    let kept = '';
    let next: number;
    if (inner.startsWith('<![CDATA[', open)) {
      end = inner.indexOf(']]>', open + 9);
      kept = cdata(inner.slice(open + 9, end < 0 ? undefined : end));
      next = end < 0 ? inner.length : end + 3;
    } else if (inner.startsWith('<!--', open)) {
      end = inner.indexOf('-->', open + 4);
      next = end < 0 ? inner.length : end + 3;
    } else if (inner.startsWith('<?', open)) {
      end = inner.indexOf('>', open);
      next = end < 0 ? inner.length : end + 1;
    } else {
      out += plain(inner.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    out += plain(inner.slice(at, open)) + kept;
    at = next;
  }
}

function textWithSections(inner: string, decode: (text: string) => string): string {
  return throughSections(inner, decode, (text) => text);
}

function markupWithoutSections(inner: string): string {
  return throughSections(
    inner,
    (text) => text,
    (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
}
