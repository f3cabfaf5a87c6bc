import { z } from 'zod';

export const comparators = ['eq', 'approx', 'lt', 'lte', 'gt', 'gte', 'range', 'vague'] as const;
export const comparatorSchema = z.enum(comparators);
export type Comparator = z.infer<typeof comparatorSchema>;

/** How a value moved, for "rose by 3 %" or "down from 2,000". Values in the quantity's own unit. */
export const changeSchema = z.object({
  direction: z.enum(['up', 'down', 'same']),
  from: z.number().optional(),
  to: z.number().optional(),
  by: z.number().optional(),
});

/** A number as an article states it. `value` is null for ranges (then min and max stand) and for vague amounts ("thousands"). */
export const quantitySchema = z.object({
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  comparator: comparatorSchema,
  change: changeSchema.optional(),
  /** Unit symbol or counted noun in the singular ("km", "USD", "%", "troop"); "" for a bare number. */
  unit: z.string(),
  /** Dimension for comparing across units: "length", "money", "ratio", "count", … */
  unitClass: z.string(),
  /** What is measured or counted, as a short phrase ("US troops in Iraq"). */
  measure: z.string(),
  /** The words of the number itself, verbatim. */
  surface: z.string(),
});
export type Quantity = z.infer<typeof quantitySchema>;
