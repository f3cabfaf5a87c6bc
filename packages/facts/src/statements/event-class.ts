/**
 * Classes of what verbs tell, by lemma: those of PLOVER for politics and conflict, and of the same grain for accidents, disasters, courts, offices, trade and sport. A verb of several
 * classes stands in the one it most often has in news. Written for this project.
 */
const rows: readonly (readonly [string, string])[] = [
  ['AGREE', 'agree sign ratify settle ally consent accede approve endorse accept adopt pass'],
  ['CONSULT', 'meet visit host discuss negotiate consult confer talk attend convene gather mediate brief debate'],
  ['SUPPORT', 'support back welcome praise hail applaud commend congratulate thank defend honor honour recognize recognise'],
  ['CONCEDE', 'concede admit apologize apologise yield relent pardon release free ease lift compromise acknowledge'],
  ['COOPERATE', 'cooperate collaborate coordinate join share partner unite participate'],
  ['AID', 'aid help assist donate fund provide supply rescue evacuate treat shelter feed relieve finance subsidize'],
  ['RETREAT', 'withdraw retreat leave vacate abandon relocate reduce scale shrink redeploy pull quit exit surrender'],
  ['REQUEST', 'ask request urge call demand appeal beg invite propose recommend seek petition'],
  ['ACCUSE', 'accuse blame condemn denounce criticize criticise fault slam blast sue allege'],
  ['REJECT', 'reject refuse deny decline dismiss veto oppose rebuff block ban bar forbid cancel suspend halt'],
  ['THREATEN', 'threaten warn menace intimidate provoke'],
  ['PROTEST', 'protest demonstrate march rally strike riot boycott picket walk'],
  ['SANCTION', 'sanction fine expel penalize penalise punish embargo freeze seize confiscate revoke restrict'],
  ['MOBILIZE', 'deploy mobilize mobilise station dispatch arm patrol reinforce exercise position'],
  ['COERCE', 'arrest detain jail imprison raid evict deport capture occupy besiege abduct kidnap search close shut'],
  [
    'ASSAULT',
    'attack bomb shoot fire shell assault stab invade target ambush storm hit beat torture rape assassinate launch open clash fight',
  ],
  ['HARM', 'kill die injure wound hurt perish drown murder execute slay suffer sicken infect poison martyr lose'],
  ['ACCIDENT', 'crash collide derail sink capsize collapse explode burn overturn leak fail break plunge catch'],
  ['DISASTER', 'flood erupt quake rage sweep batter destroy damage ravage inundate devastate displace submerge strand'],
  ['JUDGE', 'convict acquit sentence charge indict try prosecute rule uphold testify plead investigate probe order'],
  ['OFFICE', 'elect appoint nominate resign retire sack replace succeed inaugurate swear oust impeach promote name vote'],
  ['TRADE', 'buy sell acquire purchase merge invest pay spend borrow lend export import hire employ owe offer bid list trade cut lay'],
  [
    'PRODUCE',
    'build make develop create found establish form publish introduce unveil test design invent complete construct produce begin start',
  ],
  [
    'CHANGE',
    'rise fall increase decrease grow drop climb jump surge double halve triple slip soar gain lower raise expand widen narrow weaken strengthen',
  ],
  [
    'MOVE',
    'arrive depart travel fly land return go come enter reach cross flee head move transfer transport send drive sail run shift carry',
  ],
  ['COMPETE', 'win draw score defeat qualify compete play finish tie clinch advance'],
  ['STANCE', 'want fear hope worry believe think expect consider regard favor favour prefer doubt intend aim plan prepare'],
  [
    'STATE',
    'say tell announce declare state report add note explain stress emphasize emphasise reiterate reaffirm affirm confirm claim argue insist suggest voice express describe assert mention pledge promise vow commit remark speak respond reply comment',
  ],
];

const classes: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([name, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, name] as const)),
);

/** The class of what a verb tells ("RETREAT", "ASSAULT"); null outside the lexicon. */
export function eventClassOf(lemma: string): string | null {
  return classes.get(lemma.toLowerCase()) ?? null;
}
