const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** People named by what they are; without a name beside them the source is anonymous. Singular forms. */
export const personNouns = words(`
  official source aide adviser advisor spokesman spokeswoman spokesperson diplomat officer commander soldier minister secretary president premier chancellor governor mayor senator lawmaker legislator congressman congresswoman
  representative deputy chairman chairwoman chair chief head director manager executive boss founder owner leader analyst economist expert scientist researcher professor academic historian doctor physician nurse lawyer attorney prosecutor judge
  witness resident neighbor neighbour relative father mother brother sister wife husband son daughter friend colleague coach player captain manager teammate magistrate coroner ombudsman activist organizer organiser protester demonstrator volunteer worker employee staffer
  operative insider strategist pollster consultant critic supporter opponent candidate voter politician republican democrat conservative liberal investor trader banker broker reporter journalist correspondent editor columnist author writer
  blogger host anchor announcer commentator moderator teacher student pupil parent passenger driver pilot victim survivor suspect defendant detective investigator inspector sheriff policeman policewoman firefighter rescuer paramedic
  farmer fisherman villager trader shopkeeper tourist visitor man woman person people boy girl child teenager refugee migrant veteran general colonel admiral lieutenant sergeant major envoy ambassador negotiator delegate member
  veteran businessman businesswoman billionaire tycoon actor actress singer filmmaker bishop priest pastor pope imam rabbi cleric king queen prince princess pundit observer watcher scholar engineer technician operator
  participant attendee audience crowd fan user customer client patient caller user others some many those
  nominee mogul magnate ally rival insider whistleblower informant detainee inmate prisoner fighter rebel militant insurgent gunman attacker assailant shooter bomber killer hijacker robber smuggler
  family couple cousin uncle aunt nephew niece grandmother grandfather stepfather stepmother widow widower youth kid cop marshal chef barber nun monk chaplain juror counsel agent guest recruit referee umpire guard midwife respondent
`);

/** Offices that one person holds: "the mayor" without a name is no anonymous source. */
export const uniqueOffices = words(
  'president premier chancellor minister secretary governor mayor king queen pope prince princess sheriff commander speaker judge coroner magistrate ombudsman chairman chairwoman chair chief head director ambassador attorney prosecutor',
);

/** Bodies that speak as one. */
export const bodyNouns = words(`
  government ministry department agency office authority authorities administration council committee commission board bureau court tribunal police military army navy force forces command parliament congress senate house cabinet embassy consulate
  company firm corporation group bank fund party campaign union association federation league club team university school college hospital institute foundation charity church organization organisation coalition alliance movement network service
  regulator watchdog operator manufacturer maker carrier airline airport port railway utility town city state county country nation kremlin pentagon palace treasury establishment industry media press side camp delegation jury panel bloc squad brigade
  clinic laboratory lab observatory museum gallery theatre theater zoo hotel casino retailer supermarket chain store insurer lender builder housebuilder developer publisher brewer brewery drugmaker carmaker automaker startup exchange
  guild synod diocese archdiocese society academy faculty inspectorate secretariat directorate consortium conglomerate cooperative collective chamber legislature assembly junta regime coastguard constabulary patrol prison mosque temple
  studio trust registry refinery
  republicans democrats conservatives liberals
`);

/** Written and measured things that "say", "show" and "find". */
export const documentNouns = words(`
  report statement poll survey study document memo letter data figure figures filing transcript video footage book article email emails website indictment lawsuit complaint ruling order law bill note research analysis census index review audit
  paper journal record records file files text message post tweet blog notice release bulletin communique resolution treaty agreement contract affidavit testimony evidence map chart image images photo photos investigation inquiry findings results numbers
  estimate estimates statistics plan budget warrant petition editorial column headline caption brief summary assessment projection projections model models ad advertisement polls documents surveys reports studies
`);

/** Media as such. */
export const mediaNouns = words(
  'television radio newspaper paper magazine broadcaster station channel network outlet agency website site daily weekly tabloid',
);

export const personPronouns = words('he she they i we it who him her them');

/** Plural of a listed noun, or the noun itself; null when it is none. */
export function listed(noun: string, list: ReadonlySet<string>): { noun: string; plural: boolean } | null {
  if (list.has(noun))
    return {
      noun,
      plural:
        noun === 'people' ||
        noun === 'others' ||
        noun === 'some' ||
        noun === 'many' ||
        noun === 'those' ||
        noun === 'authorities' ||
        noun === 'police',
    };
  if (!noun.endsWith('s') && !noun.endsWith('men')) return null;
  const singulars = [
    noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : '',
    noun.endsWith('men') ? `${noun.slice(0, -3)}man` : '',
    noun.endsWith('women') ? `${noun.slice(0, -5)}woman` : '',
    noun.endsWith('es') ? noun.slice(0, -2) : '',
    noun.endsWith('s') ? noun.slice(0, -1) : '',
  ];
  for (const singular of singulars) if (singular !== '' && list.has(singular)) return { noun: singular, plural: true };
  return null;
}
