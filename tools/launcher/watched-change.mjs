/**
 * What a changed file asks of the worker: nothing (a test, an editor's scratch file), a restart, or a
 * new workflow bundle first.
 * @param {string} folder the watched folder
 * @param {string | null} file inside it; null when the system does not tell
 * @returns {'restart' | 'bundle' | null}
 */
export function changeOf(folder, file) {
  if (file !== null && (!/\.(ts|json|prisma)$/.test(file) || file.endsWith('.test.ts'))) return null
  return /^packages\/(workflows|contracts)\//.test(`${folder}/`) ? 'bundle' : 'restart'
}
