/** Abbreviated titles and forms of address: a name follows, so their full stop never ends a sentence (lower case, without the full stop). */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof gen sen rep gov lt col maj capt cpt sgt cpl pvt cmdr cdr adm brig rev fr hon pres st ste sr mgr msgr supt det insp sheikh ' +
    'mlle mme messrs amb sec-gen vice-adm rear-adm maj-gen brig-gen lt-gen lt-col lt-cmdr lieut spc pfc tsgt ssgt msgt smsgt cmsgt ens wo asst assoc atty dep ' +
    'treas jud mt ft eng ing dra sra srta herr hr sgt-maj ald cllr const cst rabb bros rt'
  ).split(' '),
);
