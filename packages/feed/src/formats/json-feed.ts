import type { Enclosure, Feed, FeedItem } from '../model.ts';
import { absoluteLink } from '../link.ts';
import { guessedText } from '../feed-text.ts';
import { readDateValue, type ReadContext } from './context.ts';

type Json = Readonly<Record<string, unknown>>;

const maxItems = 20_000;

/** True for an object that is a JSON Feed: by its version address, or by an `items` list beside a title. */
export function isJsonFeed(value: unknown): value is Json {
  if (!isObject(value)) return false;
  if (typeof value['version'] === 'string' && value['version'].includes('jsonfeed.org')) return true;
  return (
    Array.isArray(value['items']) &&
    (typeof value['title'] === 'string' || typeof value['home_page_url'] === 'string' || typeof value['feed_url'] === 'string')
  );
}

/** Reads JSON Feed 1.0 and 1.1. Values of the wrong type are passed over (numbers as ids are read), and that is recorded. */
export function readJsonFeed(json: Json, context: ReadContext): { feed: Feed; items: FeedItem[] } {
  const read = fieldReader(json, context);
  const feed: Feed = {
    format: 'json',
    version: /(?<![\d.])\.*(\d[\d.]*)\/?$/.exec(read.text('version') ?? '')?.[1] ?? '',
    hints: { skipHours: [], skipDays: [] },
    deleted: [],
  };
  assign(feed, {
    title: read.plain('title'),
    link: read.link('home_page_url'),
    self: read.link('feed_url'),
    next: read.link('next_url'),
    description: read.plain('description'),
    language: read.text('language'),
    image: read.link('icon') ?? read.link('favicon'),
    author: authorsOf(json, context),
    hub: list(json['hubs'])
      .map((hub) => fieldReader(hub, context).link('url'))
      .find((url) => url !== undefined),
  });
  const items = list(json['items']);
  if (items.length > maxItems) context.repairs.add('item-limit');
  return { feed, items: items.slice(0, maxItems).map((item) => readItem(item, context)) };
}

function readItem(json: Json, context: ReadContext): FeedItem {
  const read = fieldReader(json, context);
  const item: FeedItem = { categories: list(json['tags'], isText), enclosures: enclosuresOf(json, context) };
  const html = read.text('content_html');
  const plain = read.text('content_text');
  const external = read.link('external_url');
  assign(item, {
    id: read.text('id'),
    link: read.link('url') ?? external,
    title: read.plain('title'),
    summary: read.plain('summary'),
    content: html ? { value: html, type: 'html' } : plain ? { value: plain, type: 'text' } : undefined,
    author: authorsOf(json, context),
    published: readDateValue(read.text('date_published'), context.repairs),
    updated: readDateValue(read.text('date_modified'), context.repairs),
    image: read.link('image') ?? read.link('banner_image'),
    language: read.text('language'),
    base: context.base,
  });
  return item;
}

function enclosuresOf(json: Json, context: ReadContext): Enclosure[] {
  return list(json['attachments']).flatMap((attachment) => {
    const read = fieldReader(attachment, context);
    const url = read.link('url');
    if (url === undefined) return [];
    const type = read.text('mime_type');
    const length = attachment['size_in_bytes'];
    return [{ url, ...(type ? { type } : {}), ...(typeof length === 'number' && length > 0 ? { length } : {}) }];
  });
}

/** `authors` of 1.1, `author` of 1.0. */
function authorsOf(json: Json, context: ReadContext): string | undefined {
  const people = Array.isArray(json['authors']) ? list(json['authors']) : list([json['author']]);
  const names = people.flatMap((person) => fieldReader(person, context).text('name') ?? []);
  return names.length === 0 ? undefined : names.join(', ');
}

function fieldReader(json: Json, context: ReadContext) {
  const text = (name: string): string | undefined => {
    const value = json[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value.trim() || undefined;
    context.repairs.add('json-type');
    return typeof value === 'number' ? String(value) : undefined;
  };
  return {
    text,
    plain: (name: string) => {
      const value = text(name);
      return value === undefined ? undefined : guessedText(value);
    },
    link: (name: string) => absoluteLink(text(name), context.base, context.repairs),
  };
}

function assign<T extends object>(target: T, values: { [K in keyof T]?: T[K] | undefined }): void {
  for (const [key, value] of Object.entries(values)) if (value !== undefined) Object.assign(target, { [key]: value });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function list(value: unknown): Json[];
function list<T>(value: unknown, is: (element: unknown) => element is T): T[];
function list(value: unknown, is: (element: unknown) => boolean = isObject): unknown[] {
  return Array.isArray(value) ? value.filter((element) => is(element)) : [];
}
