import type { Dice } from './dice.ts';

/** What one made story is about: every article of it tells some of its sentences. */
export interface MadeStory {
  title: string;
  /** Sentences; the numbers in them are the outlet's own, so that outlets can disagree. */
  tell(numbers: Numbers): string[];
  /** The numbers that most outlets have. */
  numbers: Numbers;
}

export interface Numbers {
  people: number;
  share: number;
  cost: number;
  length: number;
}

const starts = ['Var', 'Esk', 'Tol', 'Hess', 'Mir', 'Kes', 'Ostr', 'Drum', 'Liss', 'Quar', 'Bel', 'Fen', 'Gorm', 'Ilm', 'Jask', 'Nard'];
const middles = ['an', 'el', 'ov', 'ing', 'ar', 'und', 'is', 'ol', 'er', 'im', 'av', 'ent'];
const ends = ['holt', 'mere', 'wald', 'vale', 'berg', 'by', 'stad', 'ford', 'haven', 'moor', 'tun', 'gate'];
const givenNames = ['Ana', 'Peter', 'Mira', 'Thomas', 'Julia', 'Daniel', 'Nora', 'Igor', 'Clara', 'Omar'];

/** A name that no other story has, most likely: what is told in the same words of other places is another story. */
function inventName(dice: Dice): string {
  return `${dice.pick(starts)}${dice.pick(middles)}${dice.next() < 0.5 ? dice.pick(middles) : ''}${dice.pick(ends)}`;
}

const bodies = ['Ministry', 'Council', 'Authority', 'Agency', 'Board', 'Institute'];
const kinds = [
  {
    title: (place: string) => `Flood forces people in ${place} from their homes`,
    tell: (place: string, person: string, body: string, n: Numbers, near: string) => [
      `A flood forced ${n.people} people from their homes in ${place} on Tuesday, ${body} said.`,
      `The ${near} rose to ${n.length} metres at ${place}, the highest level since 1998.`,
      `"We have never seen so much water in so short a time," said ${person}, a spokesperson for ${body}.`,
      `The damage in ${near} is estimated at $${n.cost} million.`,
      `About ${n.share} percent of ${place} is without power.`,
      `${person} said that schools in ${place} would stay closed until Friday.`,
      `The government plans to send 200 soldiers to ${near}.`,
    ],
  },
  {
    title: (place: string) => `Workers at ${place} plant begin strike over pay`,
    tell: (place: string, person: string, body: string, n: Numbers, near: string) => [
      `Some ${n.people} workers at the largest plant in ${place} began a strike on Monday.`,
      `The ${near} union demands a pay rise of ${n.share} percent.`,
      `"Our members have waited two years for an offer," said ${person}, who leads the ${near} union.`,
      `The stoppage costs ${near} $${n.cost} million a day, according to ${body}.`,
      `Lorries waited in a queue of ${n.length} kilometres at the ${place} gates.`,
      `${body[0]?.toUpperCase() ?? ''}${body.slice(1)} called on both sides in ${place} to return to the table.`,
      `${person} said that talks could begin on Thursday.`,
    ],
  },
  {
    title: (place: string) => `${place} approves new rail line`,
    tell: (place: string, person: string, body: string, n: Numbers, near: string) => [
      `The council of ${place} approved a rail line of ${n.length} kilometres on Wednesday.`,
      `The project will cost $${n.cost} million, ${body} said.`,
      `"This line will change how the city moves," said ${person}, who heads the project.`,
      `It is expected to carry ${n.people} passengers a day to ${near}.`,
      `Some ${n.share} percent of the money for ${near} comes from the national budget.`,
      `Construction in ${near} is planned to begin in March.`,
      `Opponents told reporters that the route runs through a nature reserve in ${place}.`,
    ],
  },
  {
    title: (place: string) => `Fire at warehouse in ${place} under control`,
    tell: (place: string, person: string, body: string, n: Numbers, near: string) => [
      `A fire destroyed a warehouse in ${place} early on Sunday, ${body} said.`,
      `At least ${n.people} residents were told to keep their windows closed.`,
      `"The smoke could be seen from ${n.length} kilometres away," said ${person}, a resident of ${place}.`,
      `The owner, ${near}, put the loss at $${n.cost} million.`,
      `Firefighters from ${near} had ${n.share} percent of the blaze under control by noon.`,
      `Nobody was killed in ${near}, according to ${body}.`,
      `The police of ${place} have opened an investigation.`,
    ],
  },
] as const;

/** So many different stories. */
export function madeStories(count: number, dice: Dice): MadeStory[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? kinds[0];
    const place = inventName(dice);
    const person = `${dice.pick(givenNames)} ${inventName(dice)}`;
    const body = `the ${inventName(dice)} ${dice.pick(bodies)}`;
    const near = inventName(dice);
    const own = Array.from({ length: 8 }, () => inventName(dice).toLowerCase());
    return {
      title: `${kind.title(place)}, ${near}`,
      numbers: { people: 40 + dice.below(900), share: 3 + dice.below(60), cost: 2 + dice.below(200), length: 2 + dice.below(70) },
      // Words that only this story has, in every article of it: what else it says, others say in the same words.
      tell: (numbers) => {
        const [lead = '', ...rest] = kind.tell(place, person, body, numbers, near);
        return [`${lead} Its ${own.slice(0, 4).join(' ')} in ${near} met the ${own.slice(4).join(' ')} of ${place}.`, ...rest];
      },
    };
  });
}
