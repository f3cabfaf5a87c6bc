/** What a unit measures. `count` is for counted things, which have no entry here. */
export type UnitClass =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'time'
  | 'age'
  | 'speed'
  | 'temperature'
  | 'energy'
  | 'power'
  | 'force'
  | 'pressure'
  | 'electricity'
  | 'frequency'
  | 'data'
  | 'angle'
  | 'light'
  | 'sound'
  | 'chemistry'
  | 'radiation'
  | 'ratio'
  | 'magnitude'
  | 'economy'
  | 'money'
  | 'rate'
  | 'count';

/** A unit of measurement or a currency. */
export interface Unit {
  /** The symbol it is published under: "km", "%", "USD". */
  symbol: string;
  /** Its name in the singular: "kilometre", "dollar". */
  name: string;
  unitClass: UnitClass;
  /** What one of it is in the base unit of its class; absent where there is no fixed one (money). */
  factor?: number;
  /** Added after the factor, for temperatures. */
  offset?: number;
}
