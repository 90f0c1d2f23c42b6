import { Problem } from './problem.mjs'

/**
 * `property`: how many times its usual number of cases every property test draws. `kill`: how often the kill suite runs.
 * @typedef {{ property: number, kill: number }} Rounds
 */

/** Those of a usual run. */
const usualRounds = { property: 1, kill: 1 }

/** Those of `npm run test:long`, unless the environment says otherwise. */
export const longRounds = { property: 20, kill: 5 }

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Rounds} [defaults]
 * @returns {Rounds & { isUsual: boolean }} budgets are for usual rounds alone
 */
export function roundsOf(env, defaults = usualRounds) {
  const property = countOf(env, 'MOZHOU_PROPERTY_ROUNDS') ?? defaults.property
  const kill = countOf(env, 'MOZHOU_KILL_ROUNDS') ?? defaults.kill
  return { property, kill, isUsual: property === usualRounds.property && kill === usualRounds.kill }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function countOf(env, name) {
  const text = env[name]
  if (!text) return undefined
  if (!/^[1-9]\d*$/.test(text))
    throw new Problem(`${name}=${text} is not a number of rounds`, { fixes: [`${name}=10`] })
  return Number(text)
}
