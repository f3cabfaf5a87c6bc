/** Given names and their everyday forms, one group a line; written for this project. */
const groups = `
william bill billy will liam|robert bob bobby rob|richard dick rick rich|james jim jimmy jamie|john jack johnny|joseph joe joey|michael mike mick mickey|thomas tom tommy|charles charlie chuck|edward ed eddie ted
theodore ted teddy|anthony tony|andrew andy drew|alexander alex sasha|alexandra alex sasha|nicholas nick|christopher chris|christine chris|daniel dan danny|david dave|donald don|douglas doug|frederick fred
gregory greg|jeffrey jeff|kenneth ken|lawrence larry|leonard len|matthew matt|patrick pat|patricia pat patty|peter pete|philip phil|raymond ray|ronald ron|samuel sam|stephen steve|steven steve|timothy tim
walter walt|benjamin ben benny|abraham abe|albert al|alfred al fred|arthur art|bernard bernie|eugene gene|francis frank|franklin frank|gerald gerry jerry|henry harry hank|jonathan jon|joshua josh|vincent vince
zachary zach|elizabeth liz beth betty|margaret maggie meg peggy|katherine kate kathy|catherine kate cathy|susan sue|deborah debbie deb|barbara barb|jennifer jen jenny|jessica jess|rebecca becky|victoria vicky
vladimir volodymyr|mikhail mykhailo|aleksandr oleksandr|nikolai mykola|dmitry dmytro|yevgeny yevhen|sergei serhiy|pavel pavlo|andrei andriy|kirill kyrylo`;

const groupsOf = new Map<string, Set<number>>();
for (const [index, group] of groups.trim().split(/[|\n]/).entries()) {
  for (const name of group.split(' ')) groupsOf.set(name, (groupsOf.get(name) ?? new Set()).add(index));
}

/** True when two plain given names are forms of one ("bill", "william"). */
export function sameGivenName(a: string, b: string): boolean {
  const [x, y] = [groupsOf.get(a), groupsOf.get(b)];
  return x !== undefined && y !== undefined && [...x].some((group) => y.has(group));
}
