import type { Context } from 'hono'
import type { z } from 'zod'
import { UsageError } from '../../shared/errors.ts'

/**
 * What a request carries.
 * @throws UsageError where it is no JSON; z.ZodError where it is another than was asked for
 */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await context.req.json().catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError('The request is not JSON. Send an object as JSON.')
  })
  return schema.parse(body)
}
