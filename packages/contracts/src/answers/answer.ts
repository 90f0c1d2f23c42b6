import { z } from 'zod'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never

/** A schema for what REST answers with. Compiles only while it says the same as the DTO type `T`. */
export function answer<T>() {
  return <S extends z.ZodType>(schema: S & Same<z.output<S>, T>): S => schema
}

/** An instant, ISO 8601 in UTC. */
export const instantAnswer = z.iso.datetime()

/** For what has nothing to tell but that it was done. */
export const okAnswer = answer<{ ok: true }>()(z.object({ ok: z.literal(true) }).meta({ id: 'Ok' }))
