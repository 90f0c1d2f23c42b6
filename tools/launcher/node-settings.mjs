/**
 * What Node is started with for a process of ours, wherever it is started: `npm start`, tests, benchmarks. docs/operations.md has the same for
 * production (node-settings.test.mjs holds them together), and decision 041 what it saves.
 */
export const nodeFlags = {
  // V8 sizes its young generation by the machine's memory, fills it while it reads our modules, and gives none of it back.
  api: ['--max-semi-space-size=4'],
}

/**
 * @param {string} name of an app
 * @returns {readonly string[]}
 */
export const nodeFlagsOf = (name) => (name === 'api' ? nodeFlags.api : [])
