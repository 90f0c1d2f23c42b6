import { z } from 'zod'
import { domainEnvironment, parseEnvironment } from '../environment.ts'
import type { DomainEnvironment, EnvironmentValues } from '../environment.ts'

export interface CommandEnvironment {
  env: DomainEnvironment
  /** Everything, so that vendor keys found in it can be taken into the catalogue. */
  values: EnvironmentValues
}

/**
 * What a command on the database needs. In development everything has a default.
 * @throws Error naming what is missing or malformed
 */
export function readCommandEnvironment(): CommandEnvironment {
  const values = process.env
  return { env: parseEnvironment(z.object(domainEnvironment), values), values }
}

/** @throws Error in production, where demo accounts with public passwords have no place, unless MOZHOU_SEED=1. */
export function readSeedEnvironment(): CommandEnvironment {
  if (process.env['NODE_ENV'] === 'production' && process.env['MOZHOU_SEED'] !== '1') {
    throw new Error('The seed makes accounts with public passwords. In production it runs only with MOZHOU_SEED=1.')
  }
  return readCommandEnvironment()
}
