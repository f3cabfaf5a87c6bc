/** Words that carry no claim of their own: closed classes, light verbs, verbs of saying and story-telling adverbs of English news. */
const STOP = new Set(
  (
    'a an the this that these those such same other others another each every either neither both all any some no not none nor ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones who whom whose which what where when why how ' +
    'am is are was were be been being isn aren wasn weren has have had having hasn haven hadn do does did doing don doesn didn will would shall should can could may might must won wouldn couldn ' +
    'of in on at by for with about against between into through during before after above below to from up down out off over under again further then once here there as if because until while ' +
    'and or but so than too very just also only even still yet already now ever never more most less least much many few several own per via upon within without toward towards among across along around amid near ' +
    's t re ve ll d m said say says saying tell told tells telling report reported reportedly reports according added adds stated states announced announces announcing ' +
    'new latest recent recently currently later earlier ago early late last next year years month months week weeks day days today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april june july august september october november december get got make made take took taken given give ' +
    'been however meanwhile including include includes total nearly almost approximately roughly about least fewer mr mrs ms dr sir so-called called'
  ).split(' '),
);

/** True for a word that is no content word. "US" and "IT" in capitals are names, "us" and "it" are not. */
export function isStopWord(form: string, raw: string): boolean {
  if (!STOP.has(form)) return form.length === 1 && !/\p{N}/u.test(form);
  return !(raw.length >= 2 && raw.length <= 4 && raw === raw.toUpperCase() && raw !== raw.toLowerCase());
}
