import { readFileSync } from 'node:fs'
import { codeOf } from './problem.mjs'

/**
 * @param {string} path
 * @returns {string} empty when there is no such file
 */
export function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}
