const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const monthNames = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.',
);
export const weekdayNames = set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.',
);
/** What stands before a year, or after it. */
export const yearLeads = set(
  'in since from until till by during of before after early late mid to through throughout circa around about pre post fiscal year years season for between and the last spring summer autumn fall winter - – q1 q2 q3 q4 ,',
);
export const halfDays = set('am pm a.m. p.m. a.m p.m');
