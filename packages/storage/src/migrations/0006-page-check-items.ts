/** What the feed said of a page's article, for reading the page again as it was read at first. */
export const pageCheckItems = `
alter table page_checks add column item jsonb not null default '{}';
`;
