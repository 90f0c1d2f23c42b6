import { closeSync, mkdirSync, openSync, readSync, renameSync, fstatSync, existsSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A fresh log; those of the two runs before are kept beside it as `.1` and `.2`: what a process died of first is often in the older.
 * @param {string} path
 * @returns {number} a file descriptor to hand to the child
 */
export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true })
  for (const [from, to] of [
    [`${path}.1`, `${path}.2`],
    [path, `${path}.1`],
  ]) {
    if (from && to && existsSync(from)) renameSync(from, to)
  }
  return openSync(path, 'a')
}

/**
 * @param {string} path
 * @param {number} [lineCount]
 * @returns {string} '' when there is no log
 */
export function tailOfLog(path, lineCount = 40) {
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const length = Math.min(size, 64 * 1024)
    const buffer = Buffer.alloc(length)
    readSync(file, buffer, 0, length, size - length)
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lineCount).join('\n')
  } finally {
    closeSync(file)
  }
}

/**
 * Prints what is added to a log, line by line under its owner's name.
 * @param {string} name
 * @param {string} path
 * @param {(line: string) => void} print
 * @returns {() => void} reads the rest and ends
 */
export function followLog(name, path, print) {
  let offset = 0
  let rest = ''
  const readMore = () => {
    if (!existsSync(path)) return
    const file = openSync(path, 'r')
    const { size } = fstatSync(file)
    if (size < offset) offset = 0
    const buffer = Buffer.alloc(size - offset)
    readSync(file, buffer, 0, buffer.length, offset)
    closeSync(file)
    offset = size
    const lines = (rest + buffer.toString('utf8')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) print(`${name.padEnd(9)}| ${line}`)
  }
  const reading = setInterval(readMore, 200).unref()
  return () => {
    clearInterval(reading)
    readMore()
  }
}
