export * from './article-view.ts';
export * from './conflict-view.ts';
export * from './html.ts';
export * from './story-list.ts';
export * from './story-view.ts';

/** Folder with the style sheet, to be served under `/assets/`. */
export const assetFolder: URL = new URL('../assets/', import.meta.url);
