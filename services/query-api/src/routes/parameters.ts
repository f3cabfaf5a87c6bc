import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Ids are a letter, an underscore and hexadecimal digits; the bound keeps hostile input short. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_:.-]{1,128}$/);
export const idParameters = z.object({ id: idSchema });
export const limitSchema = z.coerce.number().int().min(1).max(500).default(50);
export const afterSchema = idSchema.optional();
