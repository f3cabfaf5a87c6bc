/** Words that open a sentence far more often than they continue a name: after an abbreviation that may end a sentence, one of these in capitals settles it. */
export const starters: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its he she they we you i his her their our your my there here what who whom whose when where why how which while whether ' +
    'if in on at by for from to of with without within under over after before during since until as because although though despite unlike among between against about ' +
    'but and or nor so yet however moreover meanwhile also then thus therefore still instead besides furthermore nevertheless otherwise indeed ' +
    'some many most several few all both each every other others another no none not nobody nothing one two three four five six seven eight nine ten more less ' +
    'is are was were be has have had do does did will would can could may might must should shall ' +
    'according approximately approx earlier later last next now today yesterday tomorrow once only just even such officials police authorities critics experts analysts'
  ).split(' '),
);

/** Verbs of saying: a quotation that ends in ! or ? and is followed by a name and one of these goes on. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  'said says say asked asks wrote writes added adds told tells replied shouted yelled cried exclaimed wondered declared insisted quipped joked tweeted posted recalled read reads announced demanded responded'.split(
    ' ',
  ),
);
