/**
 * Nouns that name events, with the verb that tells the same: lemma, past, participle. In `happening` "the collapse of the bank" is what the bank did; in `done` "the arrest of the
 * mayor" is what was done to her. Common English word pairs, chosen by the classes of event-class.ts; written for this project.
 */
const happening = `fall fall fell|collapse collapse collapsed|death die died|resignation resign resigned|retirement retire retired|departure depart departed|arrival arrive arrived
return return returned|eruption erupt erupted|crash crash crashed|explosion explode exploded|surrender surrender surrendered|outbreak break broke-out|derailment derail derailed
sinking sink sank|capsizing capsize capsized|disappearance disappear disappeared|withdrawal withdraw withdrew|retreat retreat retreated|merger merge merged|bankruptcy fail went-bankrupt
birth bear was-born|inauguration inaugurate was-inaugurated|declaration declare was-declared`;

const done = `overthrow overthrow overthrew overthrown|assassination assassinate assassinated|killing kill killed|murder murder murdered|execution execute executed|arrest arrest arrested
detention detain detained|capture capture captured|seizure seize seized|invasion invade invaded|occupation occupy occupied|annexation annex annexed|bombing bomb bombed|shelling shell shelled
destruction destroy destroyed|conviction convict convicted|sentencing sentence sentenced|acquittal acquit acquitted|indictment indict indicted|appointment appoint appointed
nomination nominate nominated|dismissal dismiss dismissed|removal remove removed|ouster oust ousted|ousting oust ousted|impeachment impeach impeached|adoption adopt adopted
approval approve approved|ratification ratify ratified|signing sign signed|launch launch launched|creation create created|founding found founded|establishment establish established
introduction introduce introduced|publication publish published|acquisition acquire acquired|takeover take took-over taken-over|sale sell sold|closure close closed
cancellation cancel cancelled|suspension suspend suspended|imposition impose imposed|liberation liberate liberated|abduction abduct abducted|kidnapping kidnap kidnapped
poisoning poison poisoned|shooting shoot shot|stabbing stab stabbed|rescue rescue rescued|expulsion expel expelled|release release released|discovery discover discovered`;

/** How an event noun is told by a verb. */
export interface EventNoun {
  lemma: string;
  past: string;
  participle: string;
  /** What "of" names is what it was done to. */
  transitive: boolean;
}

const rowsOf = (list: string, transitive: boolean): [string, EventNoun][] =>
  list.split(/[|\n]/).map((row) => {
    const [noun = '', lemma = '', past = '', participle = past] = row
      .trim()
      .split(' ')
      .map((word) => word.replaceAll('-', ' '));
    return [noun, { lemma, past, participle, transitive }];
  });

/** Event nouns by their singular, lower case. */
export const eventNouns: ReadonlyMap<string, EventNoun> = new Map([...rowsOf(happening, false), ...rowsOf(done, true)]);
