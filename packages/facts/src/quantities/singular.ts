const irregular: ReadonlyMap<string, string> = new Map(
  (
    'men:man women:woman children:child people:person feet:foot teeth:tooth mice:mouse geese:goose lives:life wives:wife knives:knife halves:half shelves:shelf wolves:wolf leaves:leaf thieves:thief loaves:loaf calves:calf ' +
    'policemen:policeman policewomen:policewoman fishermen:fisherman firemen:fireman gunmen:gunman servicemen:serviceman servicewomen:servicewoman congressmen:congressman businessmen:businessman crewmen:crewman ' +
    'personnel:personnel troops:troop forces:force police:police staff:staff crew:crew cattle:cattle aircraft:aircraft spacecraft:spacecraft fish:fish deer:deer sheep:sheep series:series species:species media:media data:data ' +
    'criteria:criterion phenomena:phenomenon alumni:alumnus crises:crisis analyses:analysis bases:base theses:thesis oases:oasis viruses:virus buses:bus gases:gas bonuses:bonus campuses:campus statuses:status ' +
    'movies:movie cookies:cookie zombies:zombie calories:calorie series:series news:news shoes:shoe horses:horse houses:house cases:case causes:cause courses:course purchases:purchase nurses:nurse licenses:license licences:licence ' +
    'others:other goods:good clothes:clothes taxes:tax axes:axe heroes:hero potatoes:potato tomatoes:tomato vetoes:veto echoes:echo volcanoes:volcano mosquitoes:mosquito cargoes:cargo ties:tie pies:pie lies:lie rookies:rookie ' +
    'headquarters:headquarters barracks:barracks means:means premises:premises releases:release increases:increase phases:phase phrases:phrase diseases:disease databases:database expenses:expense defenses:defense defences:defence responses:response'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [plural = '', single = ''] = pair.split(':');
      return [plural, single];
    }),
);

/** Words in -s that are no plurals. */
const notPlural: ReadonlySet<string> = new Set(
  (
    'is was has does gas bus this its us yes as his hers ours theirs less across previous famous various serious always perhaps thus besides towards sometimes plus versus minus bias virus status campus bonus census consensus crisis basis analysis ' +
    'news mathematics physics politics economics athletics ethics texas paris christmas congress business process access success progress press class boss loss cross glass grass mass pass stress dress address illness fitness witness ' +
    'consecutive'
  ).split(' '),
);

/** Nouns whose plural does not end in -s. */
const pluralsWithoutS: ReadonlySet<string> = new Set([...irregular.keys()].filter((word) => !word.endsWith('s')));

/** "seamen", "lawmen", "grandchildren"; not "specimen" and its like. */
function compoundSingular(word: string): string | undefined {
  if (word.endsWith('children')) return word.slice(0, -3);
  if (word.length < 6 || !word.endsWith('men') || /^(?:specimen|regimen|abdomen|cyclamen|yemen|bitumen|acumen|turkmen)$/.test(word))
    return undefined;
  return `${word.slice(0, -2)}an`;
}

/** The singular of a noun in lower case: "companies" → "company", "women" → "woman"; what is singular already stays. */
export function singular(noun: string): string {
  const known = irregular.get(noun);
  if (known !== undefined) return known;
  const compound = compoundSingular(noun);
  if (compound !== undefined) return compound;
  if (!noun.endsWith('s') || noun.length < 4 || notPlural.has(noun) || /(?:ss|us|is)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

/** True for a word (lower case) that looks like a plural noun. */
export function isPlural(word: string): boolean {
  if (irregular.has(word) && word !== 'others') return word.endsWith('s') || pluralsWithoutS.has(word);
  if (pluralsWithoutS.has(word) || word === 'others' || compoundSingular(word) !== undefined) return true;
  return word.length > 2 && word.endsWith('s') && !notPlural.has(word) && !/(?:ss|ous|us|is|'s|’s)$/.test(word);
}
