import type { UnitClass } from './unit.ts';
import type { UnitEntry } from './measures.ts';

/** Prefixes of the International System: symbol, name, factor. */
const prefixes: readonly (readonly [string, string, number])[] = [
  ['', '', 1],
  ['T', 'tera', 1e12],
  ['G', 'giga', 1e9],
  ['M', 'mega', 1e6],
  ['k', 'kilo', 1e3],
  ['h', 'hecto', 1e2],
  ['d', 'deci', 1e-1],
  ['c', 'centi', 1e-2],
  ['m', 'milli', 1e-3],
  ['μ', 'micro', 1e-6],
  ['n', 'nano', 1e-9],
  ['P', 'peta', 1e15],
  ['E', 'exa', 1e18],
];

interface Base {
  symbol: string;
  name: string;
  unitClass: UnitClass;
  factor: number;
  /** Prefix symbols in use with it; '' for the unit alone. */
  with: readonly string[];
  /** American or short forms of the name. */
  variants?: readonly string[];
  symbols?: readonly string[];
  irregularPlural?: boolean;
}

const common = ['', 'k', 'M', 'G', 'T', 'm', 'μ', 'n'];
const data = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

const bases: readonly Base[] = [
  { symbol: 'm', name: 'metre', unitClass: 'length', factor: 1, with: ['', 'k', 'd', 'c', 'm', 'μ', 'n'], variants: ['meter'] },
  { symbol: 'g', name: 'gram', unitClass: 'mass', factor: 1e-3, with: ['', 'k', 'm', 'μ', 'n'], variants: ['gramme'] },
  {
    symbol: 'L',
    name: 'litre',
    unitClass: 'volume',
    factor: 1e-3,
    with: ['', 'h', 'd', 'c', 'm', 'μ', 'M'],
    variants: ['liter'],
    symbols: ['l'],
  },
  { symbol: 's', name: 'second', unitClass: 'time', factor: 1, with: ['m', 'μ', 'n'] },
  { symbol: 'W', name: 'watt', unitClass: 'power', factor: 1, with: common },
  { symbol: 'Wh', name: 'watt hour', unitClass: 'energy', factor: 3600, with: ['', 'k', 'M', 'G', 'T'] },
  { symbol: 'J', name: 'joule', unitClass: 'energy', factor: 1, with: common },
  {
    symbol: 'eV',
    name: 'electronvolt',
    unitClass: 'energy',
    factor: 1.602176634e-19,
    with: ['', 'k', 'M', 'G', 'T'],
    variants: ['electron volt'],
  },
  { symbol: 'N', name: 'newton', unitClass: 'force', factor: 1, with: ['', 'k', 'M'] },
  { symbol: 'Pa', name: 'pascal', unitClass: 'pressure', factor: 1, with: ['', 'h', 'k', 'M', 'G'] },
  { symbol: 'V', name: 'volt', unitClass: 'electricity', factor: 1, with: ['', 'k', 'm'] },
  { symbol: 'A', name: 'ampere', unitClass: 'electricity', factor: 1, with: ['', 'k', 'm'], variants: ['amp'] },
  { symbol: 'Ah', name: 'ampere-hour', unitClass: 'electricity', factor: 3600, with: ['', 'm'], variants: ['ampere hour', 'amp hour'] },
  { symbol: 'Ω', name: 'ohm', unitClass: 'electricity', factor: 1, with: ['', 'k', 'M'] },
  { symbol: 'F', name: 'farad', unitClass: 'electricity', factor: 1, with: ['', 'm', 'μ', 'n'] },
  { symbol: 'Hz', name: 'hertz', unitClass: 'frequency', factor: 1, with: ['', 'k', 'M', 'G', 'T'], symbols: ['hz'] },
  { symbol: 'B', name: 'byte', unitClass: 'data', factor: 8, with: data },
  { symbol: 'bit', name: 'bit', unitClass: 'data', factor: 1, with: data },
  { symbol: 'Sv', name: 'sievert', unitClass: 'radiation', factor: 1, with: ['', 'm', 'μ'] },
  { symbol: 'Gy', name: 'gray', unitClass: 'radiation', factor: 1, with: ['', 'm'] },
  { symbol: 'Bq', name: 'becquerel', unitClass: 'radiation', factor: 1, with: common },
  { symbol: 'mol', name: 'mole', unitClass: 'chemistry', factor: 1, with: ['', 'm', 'μ'] },
];

/** Every base unit with the prefixes it is used with. */
export const metricUnits: readonly UnitEntry[] = bases.flatMap((base) =>
  prefixes
    .filter(([symbol]) => base.with.includes(symbol))
    .map(([symbol, name, factor]) => {
      const names = [base.name, ...(base.variants ?? [])].map((form) => name + form);
      const written = [base.symbol, ...(base.symbols ?? [])].map((form) => symbol + form);
      return {
        symbol: symbol + base.symbol,
        name: name + base.name,
        unitClass: base.unitClass,
        factor: factor * base.factor,
        words: names.flatMap((form) => [form, `${form}s`]),
        symbols: [...written, ...extraSymbols(symbol, base.symbol)],
      };
    }),
);

/** Spellings that newsrooms use for a few prefixed units. */
function extraSymbols(prefix: string, base: string): string[] {
  const symbol = prefix + base;
  const listed: Record<string, string[]> = {
    km: ['kms', 'Km', 'KM'],
    kg: ['kgs', 'Kg', 'KG', 'kilo', 'kilos'],
    kB: ['KB', 'kb'],
    MB: ['Mb', 'mb'],
    GB: ['Gb', 'gb'],
    TB: ['Tb', 'tb'],
    mL: ['cc'],
    kW: ['KW', 'kw'],
    kWh: ['KWh', 'kwh'],
    MW: ['mw'],
    Hz: ['HZ'],
    kHz: ['KHz'],
  };
  const greek = prefix === 'μ' ? [`µ${base}`, `u${base}`] : [];
  return [...(Object.hasOwn(listed, symbol) ? (listed[symbol] ?? []) : []), ...greek].filter((form) => form !== 'cc');
}
