import { Problem } from './problem.mjs'

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {{ suite: Suite, filters: string[] }} Choice */

/**
 * `npm test -- unit int packages/domain/src/credits -t hold`: names choose suites, anything else is
 * handed to the suite named last. No names choose all.
 * @param {string[]} args
 * @param {readonly Suite[]} suites
 * @returns {Choice[]}
 */
export function chooseSuites(args, suites) {
  if (args.length === 0) return suites.map((suite) => ({ suite, filters: [] }))
  /** @type {Choice[]} */
  const choices = []
  for (const arg of args) {
    const suite = suites.find(({ name }) => name === arg)
    const last = choices.at(-1)
    if (suite) choices.push({ suite, filters: [] })
    else if (last && last.suite.kind !== 'commands') last.filters.push(arg)
    else throw unknownSuite(arg, suites)
  }
  return choices
}

/**
 * @param {string} arg
 * @param {readonly Suite[]} suites
 */
function unknownSuite(arg, suites) {
  return new Problem(`${arg} is no suite`, {
    why: `the suites are ${suites.map(({ name }) => name).join(', ')}; a filter follows the name of a test suite`,
    fixes: ['npm test -- unit', 'npm test -- int packages/domain/src/credits'],
  })
}
