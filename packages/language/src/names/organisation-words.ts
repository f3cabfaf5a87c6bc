/** Words that say of a capitalised run that ends with them that it names an organisation ("Syrian Democratic Forces", "5th Fleet"). */
export const unitHeads: ReadonlySet<string> = new Set(
  (
    'forces force army navy corps command brigade brigades battalion battalions regiment squadron squadrons fleet guard guards guardsmen marines militia police ' +
    'ministry department bureau agency authority commission committee subcommittee council senate parliament assembly congress court tribunal secretariat directorate inspectorate ' +
    'coalition alliance party movement league association federation confederation organisation organization institute university college academy society foundation ' +
    'company corporation group bank fund board administration office government'
  ).split(' '),
);

/** Heads that also end names of places and of a person's government ("Oval Office"): they need two words before them or an "of" after. */
export const weakHeads: ReadonlySet<string> = new Set(['office', 'administration', 'government', 'group']);

/** Those after which "of", "for" or "on" with further capitalised words belongs to the name ("Ministry of Foreign Affairs"). */
export const unitsOf: ReadonlySet<string> = new Set(
  'ministry department bureau office board council committee commission university bank army government secretariat administration authority academy institute court league organisation organization association federation'.split(
    ' ',
  ),
);

/** Institutions that are named by their country or people alone, in lower case ("Iraqi security forces", "the French government"). */
export const stateBodies: ReadonlySet<string> = new Set('government army military navy police forces parliament'.split(' '));

/** What may stand between a people and such an institution. */
export const bodyKinds: ReadonlySet<string> = new Set(
  'security armed defence defense democratic federal central interim transitional caretaker regional national ground air naval special military police border'.split(
    ' ',
  ),
);

/** Peoples and sides beside the demonyms of countries. */
export const peoples: ReadonlySet<string> = new Set(
  'arab kurdish palestinian soviet european african american western coalition allied'.split(' '),
);

/** Heads of military units that are numbered ("158th Fighter Wing"). */
export const numberedUnits: ReadonlySet<string> = new Set(
  'wing division infantry airborne artillery cavalry armored armoured battery platoon company unit'.split(' '),
);

/** Heads after which "on" belongs to the name ("Committee on Armed Services"). */
export const onUnits: ReadonlySet<string> = new Set(['committee', 'subcommittee', 'commission', 'conference']);

/** Words that make a site of the organisation's name before them ("National Bank Stadium"). */
export const siteHeads: ReadonlySet<string> = new Set(
  'Stadium Arena Building Tower Towers Street Square Station Bridge Park Avenue Road Hall Plaza Center Centre Field Theatre Theater Museum'.split(
    ' ',
  ),
);
